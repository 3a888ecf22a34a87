namespace SchemaSync.Adapters.Tests;

/// <summary>
/// A call that two functions fit. The server knows which of them an object calls that is there, and cannot tell once it has to read the
/// text again: in the plan, or where the start state is built for it.
/// </summary>
public sealed class AmbiguousCallTests
{
    private const string One = "create function f(x int) returns int immutable language sql as 'select 1';";
    private const string Other = "create function f(x int, y int default 1) returns int immutable language sql as 'select 2';";

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static readonly ExecutionOptions Anything =
        new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()), IncludeUnmanaged = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData($"{One} create table t (a int)", $"{One} create table t (a int); create view v as select f(a) as x from t; {Other}")]
    [InlineData(One, $"{One} create table t (a int default f(1)); {Other}")]
    [InlineData($"{One} create table t (a int default f(2))", $"{One} create table t (a int default f(1)); {Other}")]
    [InlineData($"{One} create table t (a int)", $"{One} create table t (a int, b int default f(1)); {Other}")]
    [InlineData($"{One} create table t (a int default f(2)); {Other}", $"{One} create table t (a int default f(1))")]
    [InlineData($"{One}{Other}", $"{One} create table t (a int default f(1)); {Other}")]
    [InlineData($"{One} create table t (a int default f(2)); {Other}", $"{One} create table t (a int default f(1)); {Other}")]
    [InlineData($"{One} create table t (a int); {Other}", $"{One} create table t (a int, b int default f(1)); {Other}")]
    [InlineData($"{One} create table t (a int); {Other}", $"{One} create table t (a int); create index i on t (f(a)); {Other}")]
    [InlineData($"{One} create table t (a int); {Other}", $"{One} create table t (a int, constraint c check (f(a) > 0)); {Other}")]
    public async Task Is_told_with_both(string before, string after)
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(before);
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run(after);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal(["SSY0246"], refusal.Diagnostics.Select(d => d.Entry.Code));
        Assert.Contains("function f(integer) or function f(integer, integer)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_made_once_one_of_them_is_gone()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run($"{One} create table t (a int); {Other}");
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run($"{One} create table t (a int); create index i on t (f(a))");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        var report = await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token);
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
    }
}
