namespace SchemaSync.Adapters.Tests;

/// <summary>A script is about its change, as a plan is: what it does not touch is checked, and never built.</summary>
public sealed class ScriptClosureTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private const string Start = """
        create table t(a int primary key); create table far(id int primary key, n text, check (n <> ''));
        create index far_n on far (n);
        """;

    private const string Beside = """
        create aggregate all_of(int) (sfunc = int4pl, stype = int); create view sums as select all_of(id) as s from far;
        create view w as select 'x' as x from far where exists (select 'x')
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("alter table t add b int not null default 1; create index t_b on t (b)")]
    [InlineData("alter table t add f int references far; create view v as select n from far join t on t.f = far.id")]
    [InlineData("drop table t")]
    public async Task What_cannot_be_built_again_stands_beside_a_script(string change)
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(Start + Beside);
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run(Start + Beside + "; " + change);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        var script = await Engine.ScriptAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true), Token);
        (await Psql.RunAsync(live, script + script)).SucceededOnce();
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
    }

    [Theory]
    [InlineData("alter table far add more int")]
    [InlineData("drop index far_n")]
    [InlineData("create or replace view w as select 'y' as x from far where exists (select 'x')")]
    [InlineData("create or replace view sums as select all_of(id) + 1 as s from far")]
    public async Task What_it_leaves_alone_has_to_be_as_it_was(string meanwhile)
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(Start + Beside);
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run(Start + Beside + "; alter table t add b int");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        var script = await Engine.ScriptAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true), Token);
        live.Run(meanwhile);
        (await Psql.RunAsync(live, script)).StoppedWith("SchemaSync stops: ");
    }

    [Fact]
    public async Task What_is_of_others_may_change()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(Start + "create table others(id int primary key)");
        using var wanted = TestServer.PostgreSql15.CreateDatabase()
            .Run(Start + "create table others(id int primary key); alter table t add o int references others");
        var read = await Engine.SnapshotAsync(wanted.Tenant, Token);
        var ours = read.Objects.Where(o => o.Name.Name.Value != "others").ToEquatableArray();
        var target = SchemaTarget.Of(new Snapshot { Form = read.Form, Objects = ours });
        var script = await Engine.ScriptAsync(live.Tenant, target, new PlanOptions(), Token);
        live.Run("alter table others add more int");
        (await Psql.RunAsync(live, script + script)).SucceededOnce();
    }
}
