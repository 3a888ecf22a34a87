namespace SchemaSync.Adapters.Tests;

/// <summary>One table of an existing database is declared, and leans on what nobody declares: that is there, so it is enough.</summary>
public sealed class FirstContactTests
{
    private static readonly AdapterRegistry Adapters =
        new(new PostgreSqlAdapter(), MySqlServers.Adapter(TestServer.MySql97),
            MySqlServers.Adapter(TestServer.MariaDb118), new SqliteAdapter());
    private static readonly SchemaSyncEngine Engine = new(Adapters);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ExecutionOptions Anything { get; } = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    /// <summary>A server, what is there, and what is declared of it besides the table <c>t</c>, which has its first form there.</summary>
    public static TheoryData<string, string, string> Scenes => new()
    {
        { "PostgreSql 15", "create function tf() returns trigger language plpgsql as 'begin return new; end'",
            "create trigger r before insert on t for each row execute function tf()" },
        { "PostgreSql 15", "create type mood as enum ('a', 'b')", "alter table t add m mood not null default 'a', add check (m <> 'b')" },
        { "PostgreSql 15", "create domain word as text check (value <> '')", "alter table t add w word default 'x'" },
        { "PostgreSql 15", "create sequence numbers", "alter table t alter a set default nextval('numbers')" },
        { "PostgreSql 15", "create table far(id int primary key, note text)",
            "alter table t add f int references far; create view v as select far.note from far join t on t.f = far.id" },
        { "PostgreSql 15", "create view act as select 1 as id",
            "create policy p on t using (a in (select id from act)); alter table t enable row level security" },
        { "PostgreSql 15", "create function half(n int) returns int immutable language sql as 'select n / 2'",
            "create index t_half on t (half(a)); alter table t add h int generated always as (half(a)) stored" },
        { "PostgreSql 15",
            "create table far(id int primary key); create function counts() returns bigint language sql as 'select count(*) from far'",
            "create function twice() returns bigint language sql as 'select 2 * counts()'" },
        { "PostgreSql 13", "create type mood as enum ('a', 'b')", "alter table t add m mood not null default 'a'" },
        { "PostgreSql 18", "create table far(id int primary key)", "alter table t add f int references far" },
        { "MySql 9.7", "create table far(id int primary key, note text)",
            "alter table t add f int, add constraint t_f foreign key (f) references far (id); create view v as select far.note from "
                + "far join t on t.f = far.id" },
        { "MariaDb 11.8", "create table far(id int primary key, note text)",
            "create view v as select far.note from far join t on t.a = far.id" },
        { "MariaDb 11.8", "create sequence numbers", "alter table t alter a set default nextval(numbers)" },
    };

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task What_is_there_need_not_be_declared(string server, string there, string declared)
    {
        const string Table = "create table t(a int primary key)";
        using var live = TestServer.Of(server).CreateDatabase().Run($"{there}; {Table}");
        using var wanted = TestServer.Of(server).CreateDatabase().Run($"{there}; {Table}");
        var others = (await Engine.SnapshotAsync(live.Tenant, Token)).Objects
            .Where(o => o.Name.Name.Value != "t").Select(ObjectId.Of).ToHashSet();
        wanted.Run(declared);
        var read = await Engine.SnapshotAsync(wanted.Tenant, Token);
        // As a declaration: what another version printed has to be tried on this one.
        var target = SchemaTarget.Of(new Snapshot
        {
            Form = read.Form with { Major = 1 },
            Objects = read.Objects.Where(o => !others.Contains(ObjectId.Of(o))).ToEquatableArray(),
        });
        using var folder = new TemporaryDirectory();
        var keeping = new SchemaSyncEngine(Adapters) { FormStore = new DirectorySnapshotStore(folder.File("forms")) };
        for (var time = 0; time < 2; time++) Assert.False((await keeping.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token)).Outcome);
        foreach (var each in (SchemaSyncEngine[])[Engine, keeping, keeping])
            Assert.True((await each.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal(others.Select(o => o.ToString()).Order(),
            (await Engine.ValidateAsync(live.Tenant, target, Token)).Unmanaged.Select(o => o.ToString()).Order());
        Assert.Equal(Outcome.Done,
            (await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Anything, Token)).Outcome);
        Assert.Equal(others.Count + 1, (await Engine.SnapshotAsync(live.Tenant, Token)).Objects.Count);
    }

    [Fact]
    public async Task What_is_not_there_is_still_said()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run("create table far(id int)");
        var target = SchemaTarget.Of(new SchemaModel
        {
            Providers = [ProviderNames.PostgreSql],
            Objects = [new View { Name = new("v"), Definition = new("select id from near") }],
        });
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal("SSY0207", refusal.Diagnostics[0].Entry.Code);
        Assert.Contains("near", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_of_ours_may_read_a_table_that_only_the_file_has()
    {
        using var live = new SqliteFile().Run("create table far(id integer primary key, note text)");
        var target = SchemaTarget.Of(new SchemaModel
        {
            Providers = [ProviderNames.Sqlite],
            Objects = [new View { Name = new("v"), Definition = new("SELECT note FROM far") }],
        });
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
    }

    /// <summary>What only happens to have a name that a text of ours holds, and cannot be built at all.</summary>
    [Theory]
    [InlineData(
        "create function state() returns int language sql as 'select 1'; create or replace function state() returns int language sql "
            + "as 'select state from gone'", true)]
    [InlineData("create function state() returns int language sql as 'select 1'; alter function state() set search_path = nowhere", false)]
    [InlineData("create aggregate state(int) (sfunc = int4pl, stype = int)", false)]
    public async Task A_neighbour_that_cannot_be_built_is_done_without(string theirs, bool isBroken)
    {
        using var live = TestServer.PostgreSql15.CreateDatabase()
            .Run((isBroken ? "set check_function_bodies = off; " : "") + theirs + "; create table far(id int primary key)");
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run("""
            create table far(id int primary key); create table t(a int primary key, f int references far, state int check (state > 0));
            create function sums() returns bigint language sql as 'select sum(state) from t'
            """);
        var read = await Engine.SnapshotAsync(wanted.Tenant, Token);
        var target = SchemaTarget.Of(new Snapshot
        {
            Form = read.Form with { Major = 1 },
            Objects = read.Objects.Where(o => o.Name.Name.Value != "far").ToEquatableArray(),
        });
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        var other = new Snapshot { Form = read.Form, Objects = read.Objects.Where(o => o.Name.Name.Value != "far")
            .Select(o => o is Routine r ? r with { Body = new("select sum(state) + 1 from t") } : o).ToEquatableArray() };
        Assert.Equal(Outcome.Done,
            (await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(other), execute: true, Anything, Token)).Outcome);
    }

    [Theory]
    [InlineData("MySql 9.7", "create table gone(a int); create view state as select a from gone; drop table gone")]
    [InlineData("MariaDb 11.8", "create table gone(a int); create view state as select a from gone; drop table gone")]
    [InlineData("MariaDb 10.11",
        "create table gone(a int); create function state() returns int reads sql data return (select max(a) from gone); drop table gone")]
    [InlineData("MySql 9.7", "create table gone(a int); create procedure state() select * from gone; drop table gone")]
    public async Task It_is_on_MySql_and_MariaDb_as_well(string server, string theirs)
    {
        using var live = TestServer.Of(server).CreateDatabase().Run($"{theirs}; create table far(id int primary key)");
        using var wanted = TestServer.Of(server).CreateDatabase().Run("""
            create table far(id int primary key);
                create table t(a int primary key, f int, state int, constraint t_f foreign key (f) references far (id),
                constraint t_c check (state > 0));
            create view sums as select sum(state) as s from t join far on far.id = t.f
            """);
        var read = await Engine.SnapshotAsync(wanted.Tenant, Token);
        var target = SchemaTarget.Of(new Snapshot
        {
            Form = read.Form with { Major = 1 },
            Objects = read.Objects.Where(o => o.Name.Name.Value != "far").ToEquatableArray(),
        });
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        var without = target.Snapshot!.With(target.Objects.Select(o => o is Table t ? t with { CheckConstraints = [] } : o));
        Assert.Equal(Outcome.Done,
            (await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(without), execute: true, Anything, Token)).Outcome);
    }
}
