using System.Globalization;

namespace SchemaSync.Adapters.Tests;

/// <summary>What the model has no words for is carried as the server prints it, compared by that, and in nobody's way.</summary>
public sealed class OpaqueObjectTests(PostgreSql13Database oldest, PostgreSql15Database middle, PostgreSql18Database newest)
    : IClassFixture<PostgreSql13Database>, IClassFixture<PostgreSql15Database>, IClassFixture<PostgreSql18Database>
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Everything = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };
    private static int _number;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int, int> Scenes =>
        [.. Enumerable.Range(0, OpaqueScene.All.Count).SelectMany(i => new[] { 13, 15, 18 }.Where(v => v >= OpaqueScene.All[i].Since)
            .Select(v => new TheoryDataRow<int, int>(v, i) { TestDisplayName = $"PostgreSQL {v}, {OpaqueScene.All[i]}" }))];

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task A_database_with_it_is_equal_to_its_own_snapshot_and_what_becomes_another_is_named(int server, int number)
    {
        var scene = OpaqueScene.All[number];
        using var live = Live(server, scene);
        var target = await Saved(live);
        Assert.Empty(target.Unsupported);
        Assert.DoesNotContain(live.Name, SnapshotFile.Write(target), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", SnapshotFile.Write(target), StringComparison.Ordinal);
        Assert.Contains(scene.Word, Text(Held(target, scene)), StringComparison.Ordinal);
        var equal = await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token);
        Assert.Empty(equal.Diagnostics);
        Assert.Empty(equal.Unmanaged);

        live.Run(scene.Change);
        var drift = await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token);
        Assert.Contains(drift.Diagnostics, d => (d.Subject?.ToString() == scene.Name || Family(scene) == d.Subject?.ToString())
            && d.Entry.Code is "SSY1001" or "SSY1003");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.PlanAsync(live.Tenant, SchemaTarget.Of(target), new(), Token));
        Assert.All(refused.Diagnostics, d => Assert.Equal("SSY0305", d.Entry.Code));
        Assert.Contains(scene.Word, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task Beside_it_another_table_is_changed_and_changed_back(int server, int number)
    {
        var scene = OpaqueScene.All[number];
        using var live = Live(server, scene);
        var start = await Saved(live);
        var target = SchemaTarget.Of(start.With(start.Objects.Select(o => o is Table { Name.Name.Value: "other" } table ? table
            with { Columns = [.. table.Columns, Int("more")] } : o)));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        var back = await Engine.PlanRevertAsync(live.Tenant, Token);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, back, Everything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(start), Token)).IsEqual);
        Assert.Equal(Text(Held(start, scene)), Text(Held(await Saved(live), scene)));
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task A_target_that_does_not_speak_of_it_leaves_it_alone(int server, int number)
    {
        var scene = OpaqueScene.All[number];
        using var live = Live(server, scene);
        var start = await Saved(live);
        // As a declaration says it.
        var silent = start.WithoutOpaque();
        var equal = await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(silent), Token);
        Assert.Empty(equal.Diagnostics);
        if (!scene.IsFacet) Assert.Contains(scene.Name, equal.Unmanaged.Select(u => u.ToString()));
        var target = SchemaTarget.Of(silent.With([.. silent.Objects, new Table { Name = new("fresh"), Columns = [Int("id")] }]));
        var plan = await Engine.PlanAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true), Token);
        Assert.Equal(["add table fresh"], plan.Changes.Select(c => c.ToString()));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything, Token)).Outcome);
        Assert.Equal(Outcome.NothingToDo, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything, Token)).Outcome);
        Assert.Equal(Text(Held(start, scene)), Text(Held(await Saved(live), scene)));
    }

    [Theory]
    [InlineData(13)]
    [InlineData(15)]
    [InlineData(18)]
    public async Task What_a_database_lacks_is_missing_and_said_how_to_make_by_hand(int server)
    {
        using var live = Live(server, OpaqueScene.All.First(s => s.Name == "rule r on t"));
        var target = SchemaTarget.Of(await Saved(live));
        live.Run("DROP RULE r ON t");
        Assert.Equal(["SSY1001 rule r on t"], (await Engine.ValidateAsync(live.Tenant, target, Token)).Diagnostics.Select(d =>
            $"{d.Entry.Code} {d.Subject}"));
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal("no plan can add rule r on t: make it by hand:\nCREATE RULE r AS\n    ON INSERT TO t DO NOTHING;; make the "
            + "change by hand, or declare it in smaller steps", Assert.Single(refused.Diagnostics).Message);
    }

    private PostgreSqlSchema Live(int server, OpaqueScene scene)
    {
        var database = server switch { 13 => oldest.Database, 15 => middle.Database, _ => newest.Database };
        database.Run("CREATE SCHEMA IF NOT EXISTS elsewhere; CREATE TABLE IF NOT EXISTS elsewhere.p (a int PRIMARY KEY); CREATE "
            + "TABLE IF NOT EXISTS elsewhere.q (a int) PARTITION BY LIST (a)");
        if (database.Query("SELECT count(*) FROM pg_foreign_server") == "0") database.Run("CREATE FOREIGN DATA WRAPPER w; CREATE "
            + "SERVER far FOREIGN DATA WRAPPER w");
        var number = Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);
        return new PostgreSqlSchema(database, $"s_{Guid.NewGuid():n}")
            .Run($"CREATE TABLE other (id int); {scene.Sql.Replace("{0}", number, StringComparison.Ordinal)}");
    }

    private static TopLevelObject Held(Snapshot snapshot, OpaqueScene scene) =>
        snapshot.Objects.FirstOrDefault(o => ObjectId.Of(o).ToString() == scene.Name)
        ?? throw new InvalidOperationException($"{scene.Name} is not among {string.Join(", ", snapshot.Objects.Select(ObjectId.Of))}");

    private static string Text(TopLevelObject subject) => string.Join('\n', FacetList.Of(subject).Where(f => f.Value is not null)
        .Select(f => $"{f.Name} {f.Value}"));

    // What is added to a class is said of its family.
    private static string Family(OpaqueScene scene) => scene.Name.Replace("operator class", "operator family", StringComparison.Ordinal);

    private static async Task<Snapshot> Saved(PostgreSqlSchema live) =>
        SnapshotFile.Read(SnapshotFile.Write(await Engine.SnapshotAsync(live.Tenant, Token)), "saved");

    private static Column Int(string name) => new() { Name = new(name), Type = ColumnType.Of("integer"), Nullable = true };
}
