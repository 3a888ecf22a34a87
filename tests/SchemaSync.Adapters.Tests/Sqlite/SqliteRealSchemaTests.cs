using System.Text.RegularExpressions;

namespace SchemaSync.Adapters.Tests;

/// <summary>Two published databases, all the way: file → snapshot file → empty file. What
/// SQLite says about both sides is compared, not what we say.</summary>
public sealed partial class SqliteRealSchemaTests : IDisposable
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));
    private static readonly ExecutionOptions Everything = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };
    private readonly SqliteFile _source = new();
    private readonly SqliteFile _copy = new();

    public void Dispose()
    {
        _source.Dispose();
        _copy.Dispose();
    }

    [Theory]
    [InlineData("chinook.sqlite.sql", 11, 0)]
    [InlineData("sakila.sqlite.sql", 16, 5)]
    public async Task A_snapshot_of_it_makes_the_same_database_again(string file, int tables, int views)
    {
        _source.Run(await File.ReadAllTextAsync(Data(file), TestContext.Current.CancellationToken));
        var target = await Saved();
        var first = await Engine.SyncTenantAsync(_copy.Tenant, target, execute: true, Everything, TestContext.Current.CancellationToken);
        Assert.Equal(Outcome.Done, first.Outcome);
        Assert.Empty(first.Plan.AllHazards);
        var validation = await Engine.ValidateAsync(_copy.Tenant, target, TestContext.Current.CancellationToken);
        Assert.True(validation.IsEqual);
        Assert.Empty(validation.Unmanaged);
        Assert.Equal(Outcome.NothingToDo,
            (await Engine.SyncTenantAsync(_copy.Tenant, target, execute: true, Everything, TestContext.Current.CancellationToken)).Outcome);
        Assert.Equal("1", _copy.Query("SELECT count(*) FROM __schemasync_ledger"));

        Assert.Equal(tables, Names("table").Count);
        Assert.Equal(views, Names("view").Count);
        Assert.Equal(SqliteOracle.Describe(_source), SqliteOracle.Describe(_copy));
        foreach (var type in (string[])["view", "trigger", "index"]) Assert.Equal(Texts(_source, type), Texts(_copy, type));
        foreach (var view in Names("view")) _copy.Query($"SELECT * FROM {view}");
        foreach (var table in Names("table")) AssertSameTable(table);
    }

    [Fact]
    public async Task Every_table_rebuilt_keeps_every_row()
    {
        _source.Run(await File.ReadAllTextAsync(Data("chinook.sqlite.sql"), TestContext.Current.CancellationToken));
        var tables = Names("table");
        var before = tables.ToDictionary(t => t, t => _source.Query($"SELECT rowid, * FROM \"{t}\" ORDER BY rowid"));
        var described = SqliteOracle.Describe(_source);
        var schema = await Engine.SnapshotAsync(_source.Tenant, TestContext.Current.CancellationToken);
        var target =
            SchemaTarget.Of(schema.With(schema.Objects.Select(o =>
                o is Table t
                    ? t with { CheckConstraints = [.. t.CheckConstraints, new() { Expression = SqliteText.Expression("rowid <> -1") }] }
                    : o)));

        var report = await Engine.SyncTenantAsync(_source.Tenant, target, execute: true, Everything, TestContext.Current.CancellationToken);

        Assert.Equal(tables.Count, report.Plan.AllHazards.Count(h => h.Code == "SSY0406"));
        Assert.All(before, t => Assert.Equal(t.Value, _source.Query($"SELECT rowid, * FROM \"{t.Key}\" ORDER BY rowid")));
        Assert.Equal("15607",
            _source.Query(string.Join(" + ", tables.Select(t => $"(SELECT count(*) FROM \"{t}\")")).Insert(0, "SELECT ")));
        Assert.Equal("", _source.Query("PRAGMA foreign_key_check"));
        Assert.Equal("ok", _source.Query("PRAGMA integrity_check"));
        await Engine.ApplyAsync(_source.Tenant, await Engine.PlanRevertAsync(_source.Tenant, TestContext.Current.CancellationToken),
            Everything, TestContext.Current.CancellationToken);
        Assert.Equal(described, SqliteOracle.Describe(_source));
        Assert.All(before, t => Assert.Equal(t.Value, _source.Query($"SELECT rowid, * FROM \"{t.Key}\" ORDER BY rowid")));
    }

    private async Task<SchemaTarget> Saved()
    {
        var path = Path.Combine(Path.GetDirectoryName(_source.Path)!, "saved.snapshot.json");
        await SnapshotFile.SaveAsync(path, await Engine.SnapshotAsync(_source.Tenant, TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        return SchemaTarget.Of(await SnapshotFile.LoadAsync(path, TestContext.Current.CancellationToken));
    }

    private void AssertSameTable(string table)
    {
        foreach (var pragma in (string[])["table_xinfo", "foreign_key_list"])
        {
            // Without the number of the row: the order of keys in the text is no property of a key.
            var columns = pragma == "table_xinfo"
                ? "name, upper(type), dflt_value, pk, hidden"
                : "\"table\", \"from\", \"to\", on_update, on_delete, match";
            var sql = $"SELECT {columns} FROM pragma_{pragma}('{table}') ORDER BY 1, 2, 3";
            Assert.Equal(_source.Query(sql), _copy.Query(sql));
        }

        string Sql(SqliteFile file) => file.Query($"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{table}'");
        Assert.Equal(Checks().Count(Sql(_source)), Checks().Count(Sql(_copy)));
        Assert.Equal(Sql(_source).Contains("AUTOINCREMENT", StringComparison.OrdinalIgnoreCase),
            Sql(_copy).Contains("AUTOINCREMENT", StringComparison.OrdinalIgnoreCase));
    }

    private List<string> Names(string type) =>
        [.. _source.Query(
            $"SELECT name FROM sqlite_master WHERE type = '{type}' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '@_@_schemasync%' "
                + "ESCAPE '@' ORDER BY name").Split(';', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The stored texts without what has no meaning: comments, spaces, quotes
    /// around names, case, words that repeat the default.</summary>
    private static List<string> Texts(SqliteFile file, string type) =>
    [
        .. file.Query(
            $"SELECT hex(name || '=' || sql) FROM sqlite_master WHERE type = '{type}' AND sql IS NOT NULL AND name NOT LIKE "
                + "'@_@_schemasync%' ESCAPE '@' ORDER BY name")
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(hex =>
                Meaningless().Replace(System.Text.Encoding.UTF8.GetString(Convert.FromHexString(hex)), "").ToUpperInvariant()
                    .Replace("FOREACHROW", "", StringComparison.Ordinal)),
    ];

    [GeneratedRegex("""--[^\n]*|/\*.*?\*/|[\s"`\[\]]|;\s*$""", RegexOptions.Singleline)]
    private static partial Regex Meaningless();

    [GeneratedRegex("""\bCHECK\s*\(""", RegexOptions.IgnoreCase)]
    private static partial Regex Checks();

    private static string Data(string file) => Path.Combine(SchemaCase.Root(), "data", file);
}
