using System.Runtime.CompilerServices;

namespace SchemaSync.Adapters.Tests;

public sealed class SqliteInspectorTests
{
    private static readonly SqliteAdapter Adapter = new();

    [Theory]
    [InlineData("chinook.sqlite.sql")]
    [InlineData("sakila.sqlite.sql")]
    public async Task A_real_schema_is_read_whole_and_as_SQLite_reads_it(string file)
    {
        await using var session = await Load(await File.ReadAllTextAsync(Data(file), TestContext.Current.CancellationToken));
        var snapshot = await session.Inspector.InspectAsync(TestContext.Current.CancellationToken);
        await session.Inspector.CheckBodiesAsync(TestContext.Current.CancellationToken);
        Assert.Empty(snapshot.Unsupported);
        Assert.Equal(
            Rows(session,
                "SELECT type || ' ' || name FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND type <> 'index'"),
            snapshot.Objects.Select(o => $"{o.Kind} {o.Name}").Order(StringComparer.Ordinal));
        foreach (var table in snapshot.Tables) AssertAsPragmas(session, table);
    }

    private static void AssertAsPragmas(DatabaseSession session, Table table)
    {
        Assert.Equal(
            Rows(session, $"SELECT name || '|' || upper(type) FROM pragma_table_xinfo('{table.Name}')"),
            table.Columns.Select(c => $"{c.Name}|{c.Type.Native}").Order(StringComparer.Ordinal));
        Assert.Equal(
            Rows(session, $"SELECT name || '|' || \"unique\" || '|' || partial FROM pragma_index_list('{table.Name}') WHERE origin = 'c'"),
            table.Indexes.Select(i => $"{i.Name}|{(i.Unique ? 1 : 0)}|{(i.Where is null ? 0 : 1)}").Order(StringComparer.Ordinal));
        Assert.Equal(
            Rows(session,
                "SELECT \"from\" || '|' || \"table\" || '|' || \"to\" || '|' || on_delete || '|' || on_update FROM "
                    + $"pragma_foreign_key_list('{table.Name}')"),
            table.ForeignKeys
                .SelectMany(f =>
                    f.Columns.Select((c, i) =>
                        $"{c}|{f.ReferencedTable}|{f.ReferencedColumns[i]}|{Spelled(f.OnDelete)}|{Spelled(f.OnUpdate)}"))
                        .Order(StringComparer.Ordinal));
        Assert.Equal(
            Rows(session, $"SELECT name FROM pragma_table_xinfo('{table.Name}') WHERE pk > 0"),
            (table.PrimaryKey?.Columns ?? []).Select(p => p.Column.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    // What SQLite enforces without being told is the same with and without the words.
    [InlineData("CREATE TABLE t (id INTEGER PRIMARY KEY)", "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY)", true)]
    [InlineData("CREATE TABLE t (id INTEGER, PRIMARY KEY (ID))", "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY)", true)]
    [InlineData("CREATE TABLE t (a TEXT PRIMARY KEY)", "CREATE TABLE t (a TEXT NOT NULL PRIMARY KEY)", false)]
    [InlineData("CREATE TABLE t (a TEXT PRIMARY KEY) WITHOUT ROWID", "CREATE TABLE t (a TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID", true)]
    [InlineData("CREATE TABLE t (a TEXT PRIMARY KEY) STRICT", "CREATE TABLE t (a TEXT NOT NULL PRIMARY KEY) STRICT", true)]
    // Spellings.
    [InlineData("CREATE TABLE [t] ('a' int /* , */ UNIQUE -- )\n, `b c` decimal ( 10 , 2 ) CHECK ( a>0 ))",
        "CREATE TABLE t (a INT, \"b c\" DECIMAL(10,2), UNIQUE (A), CHECK (a > 0))", true)]
    [InlineData("CREATE TABLE t (a TEXT COLLATE binary DEFAULT(current_timestamp))",
        "CREATE TABLE t (a TEXT DEFAULT CURRENT_TIMESTAMP)", true)]
    [InlineData("CREATE TABLE t (a INT DEFAULT -1)", "CREATE TABLE t (a INT DEFAULT (- 1))", true)]
    [InlineData("CREATE TABLE t (a, b AS (a+1))", "CREATE TABLE t (a, b GENERATED ALWAYS AS (a + 1) VIRTUAL)", true)]
    [InlineData("CREATE TABLE t (a, b AS (a+1))", "CREATE TABLE t (a, b AS (a+1) STORED)", false)]
    [InlineData("CREATE TABLE t (\"order\" TEXT, [größe] INT, \"say \"\"hi\"\"\" X)",
        "CREATE TABLE t ([order] text, größe int, `say \"hi\"` x)", true)]
    [InlineData("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (a REFERENCES P)",
        "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (a, FOREIGN KEY (A) REFERENCES p (ID))", true)]
    [InlineData("CREATE TABLE t (a); CREATE INDEX i ON T (A)", "CREATE TABLE t (a); CREATE INDEX i ON t ([a] ASC)", true)]
    [InlineData("CREATE TABLE t (a); CREATE INDEX i ON t (a)", "CREATE TABLE t (a); CREATE INDEX i ON t (a DESC)", false)]
    [InlineData("CREATE TABLE t (a); CREATE INDEX i ON t (a)", "CREATE TABLE t (a); CREATE INDEX i ON t (a) WHERE a > 0", false)]
    [InlineData("CREATE TABLE t (a); CREATE INDEX i ON t (a)", "CREATE TABLE t (a); CREATE INDEX i ON t (a COLLATE NOCASE)", false)]
    [InlineData("CREATE TABLE t (a); CREATE INDEX i ON t (lower(a))", "CREATE TABLE t (a); CREATE INDEX i ON t (  lower( a ) )", true)]
    public async Task Two_spellings_compare_as_SQLite_means_them(string left, string right, bool same)
    {
        var (one, other) = (await Read(left), await Read(right));
        Assert.Empty(one.Unsupported);
        Assert.Empty(other.Unsupported);
        Assert.Equal(same, one.Fingerprint == other.Fingerprint);
    }

    [Fact]
    public async Task Trigger_and_view_keep_their_texts()
    {
        var snapshot = await Read("""
            CREATE TABLE T (a, b, "begin");
            CREATE VIEW v (x, "y z") AS SELECT a, -- the first
              'END; BEGIN' FROM T;
            CREATE TRIGGER g AFTER UPDATE OF A, [B] ON t FOR EACH ROW WHEN new.begin > 0 BEGIN
                SELECT CASE WHEN 1 THEN 2 END; DELETE FROM t WHERE a = ';END'; END;
            CREATE TRIGGER i INSTEAD OF DELETE ON V BEGIN SELECT 1; END;
            """);
        Assert.Empty(snapshot.Unsupported);
        var view = Assert.Single(snapshot.Objects.OfType<View>());
        Assert.Equal(["x", "y z"], view.Columns.Select(c => c.Value));
        Assert.Equal("SELECT a, -- the first\n  'END; BEGIN' FROM T", view.Definition.Text.ReplaceLineEndings("\n"));
        var trigger = snapshot.Objects.OfType<Trigger>().Single(t => t.Name.Name.Value == "g");
        Assert.Equal(new QualifiedName("T"), trigger.On);
        Assert.Equal(["a", "b"], trigger.UpdateOf.Select(c => c.Value));
        Assert.Equal("new.begin > 0", trigger.When?.Canonical);
        Assert.Equal("SELECT CASE WHEN 1 THEN 2 END; DELETE FROM t WHERE a = ';END';", trigger.Body.Text);
        Assert.Equal(new QualifiedName("v"), snapshot.Objects.OfType<Trigger>().Single(t => t.Name.Name.Value == "i").On);
    }

    [Fact]
    public async Task A_virtual_table_without_its_module_hides_nothing_else()
    {
        await using var session = await Load(
            """
            CREATE TABLE t (a);
            PRAGMA writable_schema = ON;
            INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql)
                VALUES ('table', 'lost', 'lost', 0, 'CREATE VIRTUAL TABLE lost USING no_such_module(a)');
            PRAGMA writable_schema = RESET;
            """);
        var snapshot = await session.Inspector.InspectAsync(TestContext.Current.CancellationToken);
        Assert.Equal("lost", Assert.Single(snapshot.Objects.OfType<OpaqueObject>()).Name.Name.Value);
        Assert.Equal("t", Assert.Single(snapshot.Tables).Name.Name.Value);
    }

    [Theory]
    [InlineData(
        "CREATE TABLE t (a); CREATE VIEW v AS SELECT a FROM t; PRAGMA "
            + "legacy_alter_table = ON; DROP TABLE t; PRAGMA legacy_alter_table = OFF")]
    [InlineData("CREATE TABLE t (a); CREATE TABLE u (a); CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM u; END; DROP TABLE u")]
    public async Task A_body_that_lost_its_table_is_named_and_nothing_is_left_behind(string sql)
    {
        await using var session = await Load(sql);
        var before = Rows(session, "SELECT name FROM sqlite_schema");
        var thrown = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            session.Inspector.CheckBodiesAsync(TestContext.Current.CancellationToken));
        Assert.Equal("SSY0204", Assert.Single(thrown.Diagnostics).Entry.Code);
        Assert.Equal(before, Rows(session, "SELECT name FROM sqlite_schema"));
    }

    private static async Task<Snapshot> Read(string sql)
    {
        await using var session = await Load(sql);
        return await session.Inspector.InspectAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<DatabaseSession> Load(string sql)
    {
        var session = await Adapter.OpenScratchAsync(new("test", ProviderNames.Sqlite, "Data Source=:memory:"),
            TestContext.Current.CancellationToken);
        using var command = session.Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return session;
    }

    private static List<string> Rows(DatabaseSession session, string sql)
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Spelled(ReferentialAction action) => action switch
    {
        ReferentialAction.NoAction => "NO ACTION",
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        _ => action.ToString().ToUpperInvariant(),
    };

    private static string Data(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "data", file);
}
