using System.Text;

namespace SchemaSync.Adapters.Tests;

/// <summary>One object of somebody else for every kind that MySQL and MariaDB let share a name with a declared one.</summary>
internal static class MySqlTheirs
{
    private const string Table = "`somebody else's`";

    private const string Catalogue = """
        SELECT CONCAT_WS('\n', 'routine', ROUTINE_TYPE, ROUTINE_NAME, ROUTINE_DEFINITION, CREATED, LAST_ALTERED)
            FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
        UNION ALL SELECT CONCAT_WS('\n', 'event', EVENT_NAME, EVENT_DEFINITION, STATUS, CREATED, LAST_ALTERED)
            FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()
        UNION ALL SELECT CONCAT_WS('\n', 'trigger', TRIGGER_NAME, EVENT_OBJECT_TABLE, ACTION_STATEMENT, ACTION_ORDER, CREATED)
            FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
        UNION ALL SELECT CONCAT_WS('\n', 'table', TABLE_NAME, TABLE_TYPE, CREATE_TIME) FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = DATABASE()
        UNION ALL SELECT CONCAT_WS('\n', 'index', TABLE_NAME, INDEX_NAME, COLUMN_NAME) FROM information_schema.STATISTICS
            WHERE TABLE_SCHEMA = DATABASE()
        UNION ALL SELECT CONCAT_WS('\n', 'constraint', TABLE_NAME, CONSTRAINT_NAME, CONSTRAINT_TYPE)
            FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE()
        """;

    /// <summary>The statements; what a declared object of the kind, or of one that shares its name space, is called is left out.</summary>
    public static string Script(IReadOnlyCollection<SchemaObject> declared)
    {
        // Every statement costs these servers a write to their disk: what fits into one is one.
        var names = Theirs.Names(declared, StringComparer.OrdinalIgnoreCase).Where(n => n != "PRIMARY").ToList();
        var indexes = names.Select(n => $", INDEX {Quoted(n)} (b)");
        var checks = names.Where(n => !declared.SelectMany(o => o.Children).Any(c => c is CheckConstraint && Same(c, n)))
            .Select(n => $", CONSTRAINT {Quoted(n)} CHECK (a > 0)");
        var script =
            new StringBuilder(
                $"CREATE TABLE {Table} (a int PRIMARY KEY, b int{string.Concat(indexes)}{string.Concat(checks)}); CREATE TABLE "
                    + "__schemasync_theirs (a int);");
        foreach (var name in names.Where(n => declared.Any(o => Same(o, n))))
        {
            if (!Has<Routine>(r => r.IsProcedure)) script.Append($"CREATE PROCEDURE {Quoted(name)}() SELECT 1;");
            if (!Has<Routine>(r => !r.IsProcedure)) script.Append($"CREATE FUNCTION {Quoted(name)}() RETURNS int DETERMINISTIC RETURN 1;");
            if (!Has<Event>(_ => true)) script.Append($"CREATE EVENT {Quoted(name)} ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1;");
            if (!Has<Trigger>(_ => true))
                script.Append($"CREATE TRIGGER {Quoted(name)} BEFORE INSERT ON {Table} FOR EACH ROW SET NEW.b = 1;");
            if (!Has<SchemaObject>(o => o is Model.Objects.Table or View or Sequence))
                script.Append($"CREATE TABLE {Quoted(name)} (a int PRIMARY KEY);");

            bool Has<T>(Func<T, bool> condition) where T : SchemaObject => declared.OfType<T>().Any(o => Same(o, name) && condition(o));
        }

        return script.ToString();
    }

    /// <summary>Makes them beside what is declared.</summary>
    public static Theirs Make(TestDatabase database, IReadOnlyCollection<SchemaObject> declared) =>
        Theirs.Make(() => database.Rows(Catalogue).Select(r => r[0]), () => database.Run(Script(declared)));

    private static string Quoted(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private static bool Same(SchemaObject subject, string name) =>
        string.Equals(subject.LocalName.Value, name, StringComparison.OrdinalIgnoreCase);
}
