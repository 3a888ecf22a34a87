namespace SchemaSync.Adapters.Tests;

/// <summary>Two runs that meet on one file.</summary>
public sealed class TwoRunnersTests : IDisposable
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));
    private static readonly ExecutionOptions Everything = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };
    private readonly SqliteFile _file = new SqliteFile().Run("CREATE TABLE a (x TEXT); INSERT INTO a VALUES ('kept')");

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("DELETE")]
    [InlineData("WAL")]
    public async Task One_works_while_the_other_waits_and_then_finds_nothing_to_do(string journal)
    {
        _file.Run($"PRAGMA journal_mode = {journal}");
        var target = Target("CREATE TABLE a (x TEXT, y TEXT); CREATE TABLE b (z INTEGER PRIMARY KEY)");
        Task<ExecutionReport>? second = null;
        var meeting = new InTheMiddle(() =>
        {
            // The first holds the lock here; the second sees the old state, plans, and has to wait.
            var plan = Engine.PlanAsync(_file.Tenant, target, new()).GetAwaiter().GetResult();
            Assert.False(plan.IsEmpty);
            second = Task.Run(() => Engine.ApplyAsync(_file.Tenant, plan, Everything));
            Assert.False(second.Wait(300));
        });
        var first = await Engine.SyncTenantAsync(_file.Tenant, target, execute: true, Everything with { Progress = meeting },
            TestContext.Current.CancellationToken);
        Assert.Equal(Outcome.Done, first.Outcome);
        Assert.Equal(Outcome.NothingToDo, (await second!).Outcome);
        Assert.Equal("1", _file.Query("SELECT count(*) FROM __schemasync_ledger"));
        Assert.Equal("kept|NULL", _file.Query("SELECT x, y FROM a"));
    }

    [Fact]
    public async Task The_other_gives_up_after_its_timeout_and_changes_nothing()
    {
        SchemaSyncException? refused = null;
        var meeting = new InTheMiddle(() => refused = Assert.Throws<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(_file.Tenant, Target("CREATE TABLE c (q TEXT)"), execute: true,
                Everything with { LockTimeout = TimeSpan.FromMilliseconds(50) }).GetAwaiter().GetResult()));
        await Engine.SyncTenantAsync(_file.Tenant, Target("CREATE TABLE a (x TEXT, y TEXT)"), execute: true,
            Everything with { Progress = meeting }, TestContext.Current.CancellationToken);
        Assert.Equal("SSY0501", Assert.Single(refused!.Diagnostics).Entry.Code);
        Assert.Contains(_file.Path, refused.Message, StringComparison.Ordinal);
        Assert.Equal("0", _file.Query("SELECT count(*) FROM sqlite_schema WHERE name = 'c'"));
        Assert.Equal("1", _file.Query("SELECT count(*) FROM __schemasync_ledger"));
    }

    [Fact]
    public async Task The_other_plans_again_when_the_first_went_somewhere_else()
    {
        Task<ExecutionReport>? second = null;
        var meeting = new InTheMiddle(() =>
        {
            second = Task.Run(() =>
                Engine.SyncTenantAsync(_file.Tenant, Target("CREATE TABLE a (x TEXT, z TEXT)"), execute: true, Everything));
            Assert.False(second.Wait(300));
        });
        await Engine.SyncTenantAsync(_file.Tenant, Target("CREATE TABLE a (x TEXT, y TEXT)"), execute: true,
            Everything with { Progress = meeting }, TestContext.Current.CancellationToken);
        Assert.Equal(Outcome.Done, (await second!).Outcome);
        Assert.Equal("kept|NULL", _file.Query("SELECT * FROM a"));
        Assert.Equal("x;z", _file.Query("SELECT name FROM pragma_table_info('a')"));
        Assert.Equal("2", _file.Query("SELECT count(*) FROM __schemasync_ledger"));
    }

    private static SchemaTarget Target(string sql)
    {
        using var file = new SqliteFile().Run(sql);
        return SchemaTarget.Of(Engine.SnapshotAsync(file.Tenant).GetAwaiter().GetResult());
    }

    /// <summary>Does something once, under the lock and before the first step.</summary>
    private sealed class InTheMiddle(Action action) : IProgress<ExecutionProgress>
    {
        public void Report(ExecutionProgress value)
        {
            if (value.Done == 0) action();
        }
    }
}
