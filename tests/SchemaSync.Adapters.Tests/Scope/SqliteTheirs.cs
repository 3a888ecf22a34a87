using System.Text;

namespace SchemaSync.Adapters.Tests;

/// <summary>Objects of somebody else that SQLite lets share a name with a declared one:
/// triggers, and what is called like a declared trigger.</summary>
internal static class SqliteTheirs
{
    private const string Table = "\"somebody else's\"";

    /// <summary>The statements.</summary>
    public static string Script(IReadOnlyCollection<SchemaObject> declared)
    {
        var triggers = declared.OfType<Trigger>().Select(t => t.Name.Name.Value).ToHashSet(SqliteNames.Comparer);
        var others = Theirs.Names(declared.Where(o => o is not Trigger), SqliteNames.Comparer).ToHashSet(SqliteNames.Comparer);
        var script =
            new StringBuilder(
                $"CREATE TABLE {Table} (a INTEGER PRIMARY KEY, b TEXT); CREATE TABLE __schemasync_theirs (a); CREATE INDEX "
                    + "__schemasync_index ON __schemasync_theirs (a);");
        foreach (var name in others.Where(n => !triggers.Contains(n)))
            script.Append($"CREATE TRIGGER {Quoted(name)} AFTER INSERT ON {Table} BEGIN SELECT 1; END;");
        foreach (var (name, i) in triggers.Where(n => !others.Contains(n)).Select((n, i) => (n, i)))
        {
            script.Append((i % 3) switch
            {
                0 => $"CREATE VIEW {Quoted(name)} AS SELECT a FROM {Table};",
                1 => $"CREATE TABLE {Quoted(name)} (a);",
                _ => $"CREATE INDEX {Quoted(name)} ON {Table} (b);",
            });
        }

        return script.ToString();
    }

    /// <summary>Makes them beside what is declared.</summary>
    public static Theirs Make(SqliteFile file, IReadOnlyCollection<SchemaObject> declared) =>
        Theirs.Make(() =>
            file.Query("SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(replace(sql, ';', ','), '') FROM sqlite_schema")
                .Split(';'), () => file.Run(Script(declared)));

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
