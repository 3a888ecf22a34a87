namespace SchemaSync.Adapters.Tests;

/// <summary>What is not ours, broken already, or made by another tool must neither stop a run nor be harmed by it.</summary>
public sealed class SqliteNeighboursTests : IDisposable
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));
    private static readonly ExecutionOptions Everything = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("CREATE TABLE t (a, b)")]
    [InlineData("CREATE TABLE t (a CHECK (a > 0))")]
    public async Task A_view_of_somebody_else_that_is_broken_already_is_not_in_the_way(string target)
    {
        _file.Run("CREATE TABLE t (a); CREATE VIEW \"the irs\" AS SELECT zzz FROM t; CREATE VIEW over AS SELECT * FROM \"the irs\"; "
            + "CREATE TRIGGER g INSTEAD OF INSERT ON over BEGIN DELETE FROM nowhere; END; INSERT INTO t VALUES (5)");
        Assert.Equal(Outcome.Done, (await Sync(target)).Outcome);
        Assert.Equal("the irs;over;g", _file.Query("SELECT name FROM sqlite_schema WHERE type IN ('view', 'trigger')"));
        Assert.Equal("5", _file.Query("SELECT a FROM t"));
    }

    [Theory]
    [InlineData("table t", "old", "CREATE TABLE t (a)")]
    [InlineData("column t.a", "b", "CREATE TABLE t (a)")]
    [InlineData("", "", "CREATE TABLE t (c)")]
    public async Task A_rename_or_a_column_that_goes_does_not_meet_what_is_broken_already(string subject, string former, string after)
    {
        const string Theirs =
            "CREATE TABLE u (x); CREATE VIEW broken AS SELECT zzz FROM t; CREATE VIEW over AS SELECT * FROM broken; CREATE TRIGGER g "
                + "INSTEAD OF INSERT ON over BEGIN DELETE FROM nowhere; END; CREATE "
                + "TRIGGER h AFTER INSERT ON u BEGIN DELETE FROM nowhere; END";
        var (table, columns, row) = subject == "table t" ? ("old", "a", "5") : subject.Length > 0 ? ("t", "b", "5") : ("t", "a, c", "5, 6");
        _file.Run($"CREATE TABLE {table} ({columns}); {Theirs}; CREATE VIEW whole AS SELECT * FROM u; INSERT INTO {table} VALUES ({row})");
        var bodies = _file.Query("SELECT name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY name");
        using var wanted = new SqliteFile().Run(after);
        var target = await Engine.SnapshotAsync(wanted.Tenant, TestContext.Current.CancellationToken);
        EquatableArray<Intent> intents = subject switch
        {
            "table t" => [new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, new("t")), new(former))],
            "column t.a" => [new(IntentKind.RenamedFrom, ObjectId.In(ObjectKind.Column, new("t"), new("a")), new(former))],
            _ => []
        };
        Assert.Equal(Outcome.Done,
            (await Engine.SyncTenantAsync(_file.Tenant,
                SchemaTarget.Of(new Snapshot { Form = target.Form, Objects = target.Objects, Intents = intents }), execute: true,
                Everything, TestContext.Current.CancellationToken)).Outcome);
        Assert.Equal(bodies, _file.Query("SELECT name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY name"));
        Assert.Equal(subject.Length > 0 ? "5" : "6", _file.Query("SELECT * FROM t"));
    }

    [Theory]
    [InlineData("CREATE TABLE t (a)", "CREATE VIEW theirs AS SELECT b FROM t", "view theirs")]
    [InlineData("CREATE TABLE t (a CHECK (a > 0))", "CREATE VIEW theirs AS SELECT b FROM t", "view theirs")]
    [InlineData("CREATE TABLE t (a CHECK (a > 0))",
        "CREATE TABLE u (x); CREATE TRIGGER theirs AFTER INSERT ON u BEGIN UPDATE t SET b = 1; END", "trigger theirs")]
    public async Task A_view_or_trigger_of_somebody_else_that_would_break_is_named_and_nothing_happens(string target,
        string theirs, string named)
    {
        _file.Run($"CREATE TABLE t (a, b); {theirs}; INSERT INTO t VALUES (5, 'kept')");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Sync(target));
        Assert.Equal("SSY0204", Assert.Single(refused.Diagnostics).Entry.Code);
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.Equal("5|kept", _file.Query("SELECT a, b FROM t"));
    }

    [Fact]
    public async Task A_broken_view_of_ours_is_no_obstacle_to_the_plan_that_repairs_it()
    {
        _file.Run("CREATE TABLE t (id INTEGER PRIMARY KEY, gone TEXT); CREATE VIEW "
            + "v AS SELECT id, later FROM t; INSERT INTO t VALUES (1, 'y')");
        await Sync("CREATE TABLE t (id INTEGER PRIMARY KEY, later TEXT NOT NULL "
            + "DEFAULT 'x', more INTEGER); CREATE VIEW v AS SELECT id, later FROM t");
        Assert.Equal("1|x", _file.Query("SELECT * FROM v"));
    }

    [Fact]
    public async Task A_trigger_that_uses_a_table_of_somebody_else_comes_back()
    {
        _file.Run("CREATE TABLE t (a, b); CREATE TABLE theirs (x); CREATE TRIGGER g AFTER UPDATE ON t BEGIN INSERT INTO theirs VALUES "
            + "(new.a); END; INSERT INTO t VALUES (1, 2)");
        var before = SqliteOracle.Describe(_file);
        await Sync("CREATE TABLE t (a TEXT, b)");
        var back = await Engine.PlanRevertAsync(_file.Tenant, TestContext.Current.CancellationToken);
        await Engine.ApplyAsync(_file.Tenant, back, Everything, TestContext.Current.CancellationToken);
        Assert.Equal(before, SqliteOracle.Describe(_file));
        Assert.Equal("1|2", _file.Query("SELECT a, b FROM t"));
    }

    [Fact]
    public async Task Only_triggers_that_no_run_of_ours_created_need_a_permission_to_go()
    {
        const string Ours = "CREATE TABLE t (a); CREATE TRIGGER ours AFTER INSERT ON t BEGIN DELETE FROM t; END";
        await Sync(Ours);
        Assert.Empty((await PlanTo("CREATE TABLE t (a)")).AllHazards);
        _file.Run("CREATE TRIGGER theirs AFTER DELETE ON t BEGIN SELECT 1; END");
        Assert.Equal(["SSY0414"], (await PlanTo(Ours)).AllHazards.Select(h => h.Code));
        Assert.DoesNotContain((await PlanTo("CREATE TABLE u (a)")).AllHazards, h => h.Code == "SSY0414");
    }

    [Fact]
    public async Task Only_indexes_that_no_run_of_ours_created_need_a_permission_to_go()
    {
        const string Ours = "CREATE TABLE t (a, b); CREATE INDEX ours ON t (a)";
        await Sync(Ours);
        Assert.Empty((await PlanTo("CREATE TABLE t (a, b)")).AllHazards);
        _file.Run("CREATE INDEX theirs ON t (b)");
        var hazard = Assert.Single((await PlanTo(Ours)).AllHazards);
        Assert.Equal("SSY0414", hazard.Code);
        Assert.Contains("index t.theirs is not declared", hazard.Diagnostic.Message, StringComparison.Ordinal);
        _file.Run("DROP INDEX theirs; CREATE UNIQUE INDEX theirs ON t (b)");
        Assert.Equal(["SSY0409"], (await PlanTo(Ours)).AllHazards.Select(h => h.Code));
        Assert.DoesNotContain((await PlanTo("CREATE TABLE u (a)")).AllHazards, h => h.Code == "SSY0414");
    }

    [Fact]
    public async Task A_target_that_does_not_fit_together_is_named_as_the_reason()
    {
        _file.Run("CREATE TABLE t (a, b); CREATE VIEW v AS SELECT b FROM t");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Sync("CREATE TABLE t (a); CREATE VIEW v AS SELECT b FROM t"));
        Assert.Equal("SSY0204", Assert.Single(refused.Diagnostics).Entry.Code);
    }

    [Theory]
    [InlineData("REFERENCES theirs")]
    [InlineData("REFERENCES THEIRS (ID)")]
    public async Task A_foreign_key_to_a_table_of_somebody_else_is_no_drift(string references)
    {
        _file.Run("CREATE TABLE Theirs (Id INTEGER PRIMARY KEY); INSERT INTO Theirs VALUES (1)");
        var target = $"CREATE TABLE t (a {references})";
        await Sync(target);
        Assert.True((await Engine.ValidateAsync(_file.Tenant, Target(target), TestContext.Current.CancellationToken)).IsEqual);
        Assert.Equal(Outcome.NothingToDo, (await Sync(target)).Outcome);
        Assert.Equal("1", _file.Query("SELECT count(*) FROM Theirs"));
    }

    [Fact]
    public async Task An_empty_target_needs_a_permission_of_its_own()
    {
        await Sync("CREATE TABLE t (a); CREATE VIEW v AS SELECT a FROM t");
        var nearly = Everything with { Policy = new(DiagnosticCatalog.All.Keys.Where(c => c != "SSY0412").ToEquatableArray()) };
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(_file.Tenant, Target(""), execute: true, nearly, TestContext.Current.CancellationToken));
        Assert.Equal("SSY0506", Assert.Single(refused.Diagnostics).Entry.Code);
        Assert.Contains("(2 objects) would be dropped", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Done, (await Sync("")).Outcome);
        Assert.Equal("0", _file.Query("SELECT count(*) FROM sqlite_schema WHERE name IN ('t', 'v')"));
    }

    [Fact]
    public async Task Going_back_to_an_empty_database_is_meant_and_needs_none()
    {
        await Sync("CREATE VIEW v AS SELECT 1 AS a");
        var back = await Engine.PlanRevertAsync(_file.Tenant, TestContext.Current.CancellationToken);
        Assert.Empty(back.AllHazards);
    }

    [Fact]
    public async Task Text_constants_in_double_quotes_that_another_library_took_are_kept_as_texts()
    {
        // The linked library refuses them; a file can hold them nevertheless.
        _file.Run("CREATE TABLE t (a TEXT CHECK (a IN ('x', 'it''s')), \"b\" TEXT); "
            + "CREATE INDEX i ON t (b) WHERE b = 'x'; INSERT INTO t VALUES ('x', 'x')");
        _file.Run("""
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = 'CREATE TABLE t (a TEXT CHECK (a IN ("x", "it''s")), "b" TEXT)' WHERE name = 't';
            UPDATE sqlite_schema SET sql = 'CREATE INDEX i ON t ("b") WHERE "b" = "x"' WHERE name = 'i';
            """);
        await Sync("CREATE TABLE t (a TEXT CHECK (a IN ('x', 'it''s')), b TEXT, "
            + "CHECK (a <> b || 'z')); CREATE INDEX i ON t (b) WHERE b = 'x'");
        Assert.Equal("x|x", _file.Query("SELECT a, b FROM t"));
        Assert.DoesNotContain("\"x\"", _file.Query("SELECT sql FROM sqlite_schema WHERE name IN ('t', 'i')"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UTF-16le")]
    [InlineData("UTF-16be")]
    public async Task A_file_in_another_encoding_keeps_it_and_its_texts(string encoding)
    {
        _file.Run($"PRAGMA encoding = '{encoding}'; CREATE TABLE \"ä ☃\" (id INTEGER "
            + "PRIMARY KEY, a TEXT); INSERT INTO \"ä ☃\" VALUES (1, 'größe 🐈')");
        await Sync("CREATE TABLE \"ä ☃\" (id INTEGER PRIMARY KEY, a TEXT CHECK (a <> '☃'), b TEXT DEFAULT '🐈')");
        Assert.Equal(encoding, _file.Query("PRAGMA encoding"));
        Assert.Equal("größe 🐈|🐈", _file.Query("SELECT a, b FROM \"ä ☃\""));
    }

    [Theory]
    [InlineData("CREATE TABLE t (a)", "CREATE VIEW t AS SELECT 1 AS a")]
    [InlineData("CREATE VIEW t AS SELECT 1 AS a", "CREATE TABLE t (a)")]
    [InlineData("CREATE TABLE t (a); CREATE INDEX i ON t (a); CREATE TABLE u (a)",
        "CREATE TABLE t (a); CREATE TABLE u (a); CREATE INDEX i ON u (a)")]
    [InlineData("CREATE TABLE t (a); CREATE TABLE u (a); CREATE TRIGGER v AFTER INSERT ON t BEGIN DELETE FROM u; END",
        "CREATE TABLE t (a); CREATE TABLE u (a); CREATE VIEW v AS SELECT a "
            + "FROM t; CREATE TRIGGER v AFTER INSERT ON u BEGIN DELETE FROM t; END")]
    [InlineData("CREATE TABLE t (a DEFAULT (+-5), b DEFAULT (x'00ff'), c DEFAULT (- 5))",
        "CREATE TABLE t (a DEFAULT (+-5), b DEFAULT (x'00ff'), c DEFAULT (- 5), CHECK (a > 7))")]
    public async Task A_name_may_pass_to_another_kind_of_object_and_back(string before, string after)
    {
        await Sync(before);
        var start = SqliteOracle.Describe(_file);
        await Sync(after);
        using var wanted = new SqliteFile().Run(after);
        Assert.Equal(SqliteOracle.Describe(wanted), SqliteOracle.Describe(_file));
        await Sync(before);
        Assert.Equal(start, SqliteOracle.Describe(_file));
    }

    [Fact]
    public async Task Rows_that_do_not_fit_are_told_of_the_table_and_not_of_its_copy()
    {
        _file.Run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT) ; INSERT INTO t VALUES (1, 'no number')");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Sync("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER) STRICT"));
        Assert.Equal("SSY0503", Assert.Single(refused.Diagnostics).Entry.Code);
        Assert.Contains("no number", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("__schemasync", refused.Message, StringComparison.Ordinal);
    }

    private Task<ExecutionReport> Sync(string target) =>
        Engine.SyncTenantAsync(_file.Tenant, Target(target), execute: true, Everything, TestContext.Current.CancellationToken);

    private Task<Plan> PlanTo(string target) =>
        Engine.PlanAsync(_file.Tenant, Target(target), new PlanOptions(), TestContext.Current.CancellationToken);

    private static SchemaTarget Target(string sql)
    {
        using var file = new SqliteFile().Run(sql);
        return SchemaTarget.Of(Engine.SnapshotAsync(file.Tenant).GetAwaiter().GetResult());
    }
}
