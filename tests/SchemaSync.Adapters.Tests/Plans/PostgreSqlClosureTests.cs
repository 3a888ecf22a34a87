namespace SchemaSync.Adapters.Tests;

/// <summary>A plan speaks of the change and what it touches: what stands beside it is neither built nor a reason to refuse.</summary>
public sealed class PostgreSqlClosureTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ExecutionOptions Anything { get; } = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    private const string OfRow = "create function of_row(r keep) returns int immutable language sql as 'select r.id'";

    private const string Tables = "create table keep(id int primary key); create table far(id int primary key);";

    // What a server prints of a text and what it prints when it reads its own words differ.
    private const string Unsettled = "create view w as select 'x' from keep a where exists (select 'x' from keep b where b.id = a.id + 1)";

    /// <summary>Objects that can only be made in an order that no plan of whole objects finds.</summary>
    public static TheoryData<string> Circles => new(
        "create view act as select id from far; create policy k on keep using "
            + "(id in (select id from act)); alter table keep enable row level security",
        """
        create function late() returns int stable language sql return (select count(*)::int from far);
            alter table keep add z int default late();
        create policy p on keep using (late() > 0); comment on policy p on keep is 'p'
        """,
        $"{OfRow}; create index by_row on keep (of_row(keep)); comment on index by_row is 'by row'",
        $"{OfRow}; create unique index by_row on keep (of_row(keep)) where of_row(keep) > 1",
        $"{OfRow}; alter table keep add constraint positive check (of_row(keep) > 0); comment on constraint positive on keep is 'positive'",
        $"{OfRow}; alter table keep add constraint apart exclude using gist (int4range(of_row(keep), of_row(keep), '[]') with &&)",
        $"{OfRow}; create policy p on keep using (of_row(keep) > 0); create view v as select of_row(keep) as n from keep",
        """
        create view act as select id from far; create function over() returns bigint stable language sql return (select count(*) from act);
        alter table keep add n bigint default over()
        """,
        """
        create table a(id int primary key); create table b(id int primary key);
        create policy p on a using (id in (select id from b)); create policy p on b using (id in (select id from a))
        """);

    /// <summary>Functions that do not work, which is nobody's business but theirs.</summary>
    public static TheoryData<string> Broken => new(
        """
        create function broken() returns int language sql as 'select 1';
        create or replace function broken() returns int language plpgsql as 'begin return nobody.knows(); end'
        """,
        "create table gone(id int); create function reads_gone() returns int "
            + "language sql as 'select id from gone'; alter table gone rename to other");

    public static TheoryData<string> Neighbours => [.. Circles, .. Broken, Unsettled];

    [Theory]
    [MemberData(nameof(Neighbours))]
    public Task What_stands_beside_a_change_does_not_stop_it(string beside) =>
        ThereAndBackAsync($"{Tables} create table t(a int primary key); {beside}",
            "alter table t add b int not null default 1; create index t_b on t (b)");

    [Theory]
    [MemberData(nameof(Circles))]
    [MemberData(nameof(Broken))]
    public Task What_leans_on_it_is_built_along_with_it(string beside) =>
        ThereAndBackAsync($"{Tables} {beside}", "alter table keep add b int; create index keep_b on keep (b)");

    [Theory]
    [MemberData(nameof(Circles))]
    public Task All_of_it_is_made_and_taken_back_at_once(string all) => ThereAndBackAsync("", $"{Tables} {all}");

    [Fact]
    public async Task What_is_inside_and_cannot_be_built_is_said_with_the_way_that_leads_to_it()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run("""
            create table t(a int); create aggregate all_of(int) (sfunc = int4pl, stype = int);
                create view sums as select all_of(a) as s from t; create view twice as select s + s as d from sums;
                create view beside as select a from t
            """);
        var now = await Engine.SnapshotAsync(live.Tenant, Token);
        SchemaTarget With(string view, string from, string to) => SchemaTarget.Of(new Snapshot
        {
            Form = now.Form,
            Objects = now.Objects.Where(o => o is Table or View)
                .Select(o =>
                    o is View v && v.Name.Name.Value == view
                        ? v with { Definition = new(v.Definition.Text.Replace(from, to, StringComparison.Ordinal)) }
                        : o).ToEquatableArray(),
        });
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.PlanAsync(live.Tenant, With("twice", "(sums.s + sums.s)", "(sums.s * 2)"), new(), Token));
        Assert.Equal("SSY0202", refusal.Diagnostics[0].Entry.Code);
        Assert.Contains("function all_of(integer) does not exist; the change of view twice leads to it: view twice → view sums)",
            refusal.Message, StringComparison.Ordinal);
        Assert.True((await Engine.PlanAsync(live.Tenant, With("beside", "SELECT t.a", "SELECT (t.a + 0) AS a"), new(), Token)).Proved);
    }

    [Theory]
    [InlineData("create function f() returns setof t language sql as 'select 1'", "PostgreSql 13")]
    [InlineData("create function f() returns setof t language sql as 'select 1'", "PostgreSql 15")]
    [InlineData("create function f() returns setof t language sql as 'select 1'", "PostgreSql 18")]
    [InlineData("create function f(r t) returns table(a int) language sql as 'select r.*'", "PostgreSql 13")]
    [InlineData("create function f(r t) returns table(a int) language sql as 'select r.*'", "PostgreSql 15")]
    [InlineData("create function f(r t) returns table(a int) language sql as 'select r.*'", "PostgreSql 18")]
    public async Task A_body_that_gives_or_takes_rows_of_a_table_is_read_again_when_that_gets_a_column(string body, string server)
    {
        using var live = TestServer.Of(server).CreateDatabase().Run($"create table t(a int); {body}");
        using var wanted = TestServer.Of(server).CreateDatabase().Run($"create table t(a int); {body}; alter table t add b int");
        Assert.Equal("SSY0204", await RefusalAsync(live, wanted));
    }

    [Theory]
    [InlineData("create domain d as d0; create type c as (x d); create table t(v c)", "PostgreSql 13")]
    [InlineData("create domain d as d0; create type c as (x d); create table t(v c)", "PostgreSql 15")]
    [InlineData("create domain d as d0; create type c as (x d); create table t(v c)", "PostgreSql 18")]
    [InlineData("create domain d as d0; create table t(v d[])", "PostgreSql 13")]
    [InlineData("create domain d as d0; create table t(v d[])", "PostgreSql 15")]
    [InlineData("create domain d as d0; create table t(v d[])", "PostgreSql 18")]
    public async Task What_a_domain_gets_cannot_be_asked_of_values_inside_others_through_another_domain(string holder, string server)
    {
        using var live = TestServer.Of(server).CreateDatabase().Run($"create domain d0 as int; {holder}");
        using var wanted = TestServer.Of(server).CreateDatabase().Run($"create domain d0 as int check (value > 0); {holder}");
        Assert.Equal("SSY0305", await RefusalAsync(live, wanted));
    }

    [Fact]
    public async Task A_domain_over_a_domain_may_get_a_check_that_the_server_asks_of_every_value()
    {
        const string Holder = "create domain d as d0; create table t(v d)";
        using var live = TestServer.PostgreSql15.CreateDatabase().Run($"create domain d0 as int; {Holder}; insert into t values (1)");
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run($"create domain d0 as int check (value > 0); {Holder}");
        await BecomesAsync(live, wanted);
    }

    [Fact]
    public async Task A_table_that_is_only_referred_to_may_hold_rows_of_another()
    {
        const string Start = "create table inner_one(x int); create table t(id int primary key, r inner_one, s inner_one[]);";
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(Start + "create table c(id int)");
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run(Start + "create table c(id int, t int references t)");
        await BecomesAsync(live, wanted);
    }

    private static async Task ThereAndBackAsync(string before, string change)
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(before);
        var start = await Engine.SnapshotAsync(live.Tenant, Token);
        Assert.Empty(start.Unsupported);
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run($"{before}; {change}");
        await BecomesAsync(live, wanted);
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Anything, Token);
        Assert.Equal(start.Fingerprint, (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
    }

    private static async Task<string> RefusalAsync(TestDatabase live, TestDatabase wanted)
    {
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        return refusal.Diagnostics[0].Entry.Code;
    }

    private static async Task BecomesAsync(TestDatabase live, TestDatabase wanted)
    {
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
    }
}
