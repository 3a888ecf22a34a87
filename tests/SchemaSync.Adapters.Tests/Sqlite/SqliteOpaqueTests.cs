namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Virtual tables, and clauses that the model has no words for, are carried as SQLite keeps them and stand in nobody's way.
/// </summary>
public sealed class SqliteOpaqueTests
{
    private const string Search = """
        CREATE TABLE doc (id INTEGER PRIMARY KEY, body TEXT);
        CREATE VIRTUAL TABLE search USING fts5(body, content='doc', content_rowid='id');
        CREATE TRIGGER doc_ai AFTER INSERT ON doc BEGIN INSERT INTO search (rowid, body) VALUES (new.id, new.body); END;
        CREATE TRIGGER doc_ad AFTER DELETE ON doc BEGIN INSERT INTO search (search, rowid, body) VALUES ('delete', old.id, old.body); END;
        CREATE VIEW found AS SELECT rowid AS id FROM search;
        """;

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));
    private static readonly ExecutionOptions Everything = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// What makes it, what makes it another one, what messages call it, a word of its text, and whether it is part of a table.
    /// </summary>
    public static TheoryData<string, string, string, string, bool> Scenes => new()
    {
        { Search, "DROP TABLE search; CREATE VIRTUAL TABLE search USING fts5(body, content='doc', content_rowid='id', tokenize='porter')",
            "table search", "fts5(body", false },
        { "CREATE VIRTUAL TABLE place USING rtree(id, x0, x1)",
            "DROP TABLE place; CREATE VIRTUAL TABLE place USING rtree(id, x0, x1, y0, y1)", "table place", "rtree(id, x0, x1)", false },
        { "CREATE VIRTUAL TABLE note USING fts4(body)", "DROP TABLE note; CREATE VIRTUAL TABLE note USING fts4(body, more)", "table note",
            "fts4(body)", false },
        { "CREATE TABLE t (a UNIQUE ON CONFLICT IGNORE, b)", "DROP TABLE t; CREATE TABLE t (a UNIQUE ON CONFLICT REPLACE, b)", "table t",
            "ON CONFLICT of UNIQUE (a)", true },
        { "CREATE TABLE t (a NOT NULL ON CONFLICT FAIL, b)", "DROP TABLE t; CREATE TABLE t (a NOT NULL, b)", "table t",
            "ON CONFLICT of NOT NULL (a)", true },
        { "CREATE TABLE t (a, b, PRIMARY KEY (a, b) ON CONFLICT REPLACE)", "DROP TABLE t; CREATE TABLE t (a, b, PRIMARY KEY (a, b))",
            "table t", "ON CONFLICT of PRIMARY KEY (a, b)", true },
        { "CREATE TABLE t (a CONSTRAINT needed NOT NULL, b)", "DROP TABLE t; CREATE TABLE t (a NOT NULL, b)", "table t",
            "CONSTRAINT needed", true },
        { "CREATE TABLE t (a INTEGER PRIMARY KEY DESC, b)", "DROP TABLE t; CREATE TABLE t (a INTEGER PRIMARY KEY, b)", "table t",
            "INTEGER PRIMARY KEY DESC", true },
        { "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (a REFERENCES p (id) MATCH FULL, b)",
            "DROP TABLE t; CREATE TABLE t (a REFERENCES p (id), b)", "table t", "MATCH of FOREIGN KEY (a)", true },
        { "CREATE TABLE t (a CONSTRAINT lonely)", "DROP TABLE t; CREATE TABLE t (a CONSTRAINT other)", "table t", "CONSTRAINT lonely",
            false },
    };

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task It_is_equal_to_its_own_snapshot_others_are_planned_beside_it_and_its_change_is_named(string sql, string change,
        string name, string word, bool isFacet)
    {
        using var live = new SqliteFile().Run($"CREATE TABLE other (id INTEGER PRIMARY KEY); {sql}");
        var start = await Saved(live);
        Assert.Empty(start.Unsupported);
        Assert.Contains(word, Text(Held(start, name)), StringComparison.Ordinal);
        var equal = await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(start), Token);
        Assert.Empty(equal.Diagnostics);
        // What a virtual table keeps its rows in is nobody's.
        Assert.Empty(equal.Unmanaged);

        var target = SchemaTarget.Of(start.With(start.Objects.Select(o => o is Table { Name.Name.Value: "other" } table ? table
            with { Columns = [.. table.Columns, new() { Name = new("more"), Type = ColumnType.Of("TEXT"), Nullable = true }] } : o)));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Everything,
            Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(start), Token)).IsEqual);

        live.Run(change);
        var drift = await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(start), Token);
        Assert.Contains(drift.Diagnostics, d => d.Subject?.ToString() == name);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.PlanAsync(live.Tenant, SchemaTarget.Of(start), new(), Token));
        Assert.All(refused.Diagnostics, d => Assert.Equal("SSY0305", d.Entry.Code));
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
        Assert.Equal(isFacet, Held(start, name) is Table);
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task A_target_that_does_not_speak_of_it_leaves_it_alone(string sql, string change, string name, string word, bool isFacet)
    {
        using var live = new SqliteFile().Run($"CREATE TABLE other (id INTEGER PRIMARY KEY); {sql}");
        var start = await Saved(live);
        // What is built on it goes with it: nobody could declare that either.
        var silent = start.With(start.WithoutOpaque().Objects.Where(o => o is not View and not Trigger));
        var equal = await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(silent), Token);
        Assert.DoesNotContain(equal.Diagnostics, d => d.Subject is { } subject && subject.ToString() == name);
        Assert.Equal(!isFacet, equal.Unmanaged.Any(u => u.ToString() == name));
        var target = SchemaTarget.Of(silent.With([.. silent.Objects.Where(o => o.LocalName.Value != "doc"),
            new Table { Name = new("fresh"), Columns = [new() { Name = new("id"), Type = ColumnType.Of("INTEGER"), Nullable = true }] }]));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything, Token)).Outcome);
        Assert.Equal(Text(Held(start, name)), Text(Held(await Saved(live), name)));
        Assert.NotEqual(change, word);
    }

    [Fact]
    public async Task A_rebuild_that_would_lose_a_clause_is_refused_and_rows_stay_searchable()
    {
        using var live = new SqliteFile()
            .Run(Search + "INSERT INTO doc VALUES (1, 'hello world'); CREATE TABLE t (a TEXT UNIQUE ON CONFLICT IGNORE, b TEXT)");
        var start = await Saved(live);
        SchemaTarget With(string table, Func<Table, Table> map) => SchemaTarget.Of(start.With(start.Objects.Select(o => o is Table t
            && t.Name.Name.Value == table ? map(t) : o)));
        // The table behind the search is built anew, and its triggers with it.
        var other = With("doc", t => t with { Columns = [t.Columns[0], t.Columns[1] with { Type = ColumnType.Of("BLOB") }] });
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, other, execute: true, Everything, Token)).Outcome);
        live.Run("INSERT INTO doc VALUES (2, 'hello again')");
        Assert.Equal("1;2", live.Query("SELECT rowid FROM search WHERE search MATCH 'hello' ORDER BY 1"));

        var retyped = With("t", t => t with { Columns = [t.Columns[0], t.Columns[1] with { Type = ColumnType.Of("BLOB") }] });
        var refused = Assert.Single((await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.PlanAsync(live.Tenant, retyped, new(), Token))).Diagnostics);
        Assert.Equal("SSY0305", refused.Entry.Code);
        Assert.Contains("would lose ON CONFLICT of UNIQUE (a) IGNORE", refused.Message, StringComparison.Ordinal);
    }

    private static TopLevelObject Held(Snapshot snapshot, string name) => snapshot.Objects.Single(o => ObjectId.Of(o).ToString() == name);

    private static string Text(TopLevelObject subject) => string.Join('\n', FacetList.Of(subject).Where(f => f.Value is not null)
        .Select(f => $"{f.Name} {f.Value}"));

    private static async Task<Snapshot> Saved(SqliteFile live) =>
        SnapshotFile.Read(SnapshotFile.Write(await Engine.SnapshotAsync(live.Tenant, Token)), "saved");
}
