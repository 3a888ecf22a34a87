namespace SchemaSync.Adapters.Tests;

/// <summary>Whatever has a name gets another one by the server's own statement; what
/// hangs on it follows, and the old name comes back.</summary>
public sealed class RenamedObjectTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private const string Base = "create table t(id int primary key, n text, m int);";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ExecutionOptions Anything { get; } = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    /// <summary>What is there, with OLD where the name is, what is declared of it, and the only statements there are to be.</summary>
    public static TheoryData<string, string> Scenes => new()
    {
        { "index t.OLD", "create index OLD on t (n) where m > 0; comment on index OLD is 'c'" },
        { "index t.OLD", "create unique index OLD on t (lower(n)) include (m)" },
        { "index w.OLD", "create materialized view w as select id from t; create unique index OLD on w (id)" },
        { "policy t.OLD", "create policy OLD on t using (m > 0); alter table t enable row level security" },
        { "trigger t.OLD",
            "create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger OLD before insert on t "
                + "for each row execute function f()" },
        { "view OLD", "create view OLD as select id, n from t; create view v2 as select n from OLD; comment on view OLD is 'c'" },
        { "view OLD",
            "create view OLD as select id from t; create function f() returns trigger language plpgsql as 'begin return new; end'; "
                + "create trigger i instead of insert on OLD for each row execute function f()" },
        { "materialized view OLD",
            "create materialized view OLD as select id from t; create index w_id on OLD (id); create view v2 as select id from OLD" },
        { "function OLD(integer, t)", "create function OLD(a int, b t) returns int immutable language sql as 'select a'" },
        { "function OLD(integer)",
            "create function OLD(a int) returns int immutable language sql as 'select a'; alter table t add check (OLD(m) > 0), alter "
                + "m set default OLD(3), add g int generated always as (OLD(m)) stored; create index t_f on t (OLD(m)); create view v "
                + "as select OLD(m) as x from t; create policy p on t using (OLD(id) > 0)" },
        { "function OLD()",
            "create function OLD() returns trigger language plpgsql as 'begin return new; end'; create trigger r before insert on t "
                + "for each row execute function OLD()" },
        { "procedure OLD(integer)", "create procedure OLD(a int) language sql as 'select 1'" },
        { "sequence OLD", "create sequence OLD; alter table t alter id set default nextval('OLD')" },
        { "enum type OLD",
            "create type OLD as enum ('a', 'b'); alter table t add e OLD not null default 'a', add es OLD[], add check (e <> 'b'); "
                + "create view v as select id from t where e = 'a'; create function f(x OLD) returns OLD language sql as 'select x'" },
        { "domain OLD",
            "create domain OLD as text constraint filled check (value <> ''); alter "
                + "table t add d OLD default 'x'; create view v as select n::OLD as d from t" },
        { "composite type OLD", "create type OLD as (a int, b text); alter table t add c OLD" },
        { "label mood.OLD",
            "create type mood as enum ('a', 'OLD', 'c'); alter table t add e mood not null default 'OLD', add check (e <> 'a' or e > "
                + "'OLD'); create index t_e on t (id) where e = 'OLD'; create view v as select id from t where e = 'OLD'" },
    };

    public static TheoryData<string, string, string> Everywhere
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var scene in Scenes)
            {
                foreach (var server in (TestServer[])[TestServer.PostgreSql13, TestServer.PostgreSql15, TestServer.PostgreSql18])
                    data.Add(server.ToString(), scene.Data.Item1, scene.Data.Item2);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Each_is_renamed_and_nothing_else_is_done(string server, string what, string scene)
    {
        using var live = TestServer.Of(server).CreateDatabase().Run(Base + scene.Replace("OLD", "former", StringComparison.Ordinal));
        live.Run("insert into t(id, n, m) values (1, 'x', 2)");
        using var wanted = TestServer.Of(server).CreateDatabase().Run(Base + scene.Replace("OLD", "latter", StringComparison.Ordinal));
        var start = await Engine.SnapshotAsync(live.Tenant, Token);
        var target = Declared(await Engine.SnapshotAsync(wanted.Tenant, Token), what);
        var plan = await Engine.PlanAsync(live.Tenant, target, new(), Token);
        Assert.Matches("^ALTER (TABLE|INDEX|POLICY|TRIGGER|VIEW|MATERIALIZED VIEW|FUNCTION|PROCEDURE|SEQUENCE|TYPE|DOMAIN) .*RENAME ",
            Assert.Single(plan.Steps).Sql);
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.True((await Engine.PlanAsync(live.Tenant, target, new(), Token)).IsEmpty);
        Assert.Equal("1", live.Query("select count(*) from t"));
        var back = await Engine.PlanRevertAsync(live.Tenant, Token);
        Assert.Single(back.Steps);
        await Engine.ApplyAsync(live.Tenant, back, Anything, Token);
        Assert.Equal(start.Fingerprint, (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
    }

    [Theory]
    [InlineData("index t.OLD", "create index OLD on t (n)", "create index OLD on t (n, m)")]
    [InlineData("index t.OLD", "create unique index OLD on t (id); alter table t replica identity using index OLD",
        "create unique index OLD on t (id); alter table t replica identity using index OLD")]
    [InlineData("policy t.OLD", "create policy OLD on t using (m > 0)", "create policy OLD on t using (m > 1)")]
    [InlineData("trigger t.OLD",
        "create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger OLD before insert on t for "
            + "each row execute function f()",
        "create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger OLD after insert or delete on "
            + "t for each row execute function f()")]
    [InlineData("view OLD", "create view OLD as select id, n from t; grant select on OLD to public; create view v2 as select id from OLD",
        "create view OLD as select n, id from t; create view v2 as select id from OLD")]
    [InlineData("materialized view OLD", "create materialized view OLD as select id from t",
        "create materialized view OLD as select id, n from t")]
    [InlineData("function OLD(integer)",
        "create function OLD(a int) returns int language sql as 'select a'; create view v as select OLD(m) as x from t",
        "create function OLD(a int) returns int language sql as 'select a + 1'; create view v as select OLD(m) as x from t")]
    [InlineData("function OLD(integer)",
        "create function OLD(a int) returns int language sql as 'select a'; create view v as select OLD(m) as x from t",
        "create function OLD(a int) returns bigint language sql as 'select a::bigint'; create view v as select OLD(m) as x from t")]
    [InlineData("label mood.OLD", "create type mood as enum ('a', 'OLD'); alter table t add e mood default 'OLD'",
        "create type mood as enum ('a', 'OLD', 'd'); alter table t add e mood default 'd', add check (e <> 'OLD')")]
    [InlineData("label mood.OLD", "create type mood as enum ('a', 'OLD', 'c'); alter table t add e mood default 'OLD'",
        "create type mood as enum ('OLD', 'c'); alter table t add e mood default 'OLD'")]
    [InlineData("view OLD", "create view OLD as select id, m from t",
        "alter table t alter m type bigint; create view OLD as select id, m from t")]
    public async Task One_that_changes_as_well_becomes_what_is_declared(string what, string before, string after)
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(Base + before.Replace("OLD", "former", StringComparison.Ordinal));
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run(Base + after.Replace("OLD", "latter", StringComparison.Ordinal));
        var start = await Engine.SnapshotAsync(live.Tenant, Token);
        var target = Declared(await Engine.SnapshotAsync(wanted.Tenant, Token), what);
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Anything, Token);
        Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(start), Token)).IsEqual);
    }

    [Theory]
    [InlineData("alter table t add constraint OLD unique (n)")]
    [InlineData("alter table t add constraint OLD check (m > 0)")]
    [InlineData("alter table t add constraint OLD foreign key (m) references t")]
    [InlineData("alter table t add constraint OLD exclude using gist (int4range(m, m, '[]') with &&)")]
    [InlineData("alter table t drop constraint t_pkey; alter table t add constraint OLD primary key (id)")]
    public async Task A_constraint_of_one_definition_with_two_names_is_renamed_unasked(string constraint)
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(Base + constraint.Replace("OLD", "former", StringComparison.Ordinal));
        using var wanted = TestServer.PostgreSql15.CreateDatabase()
            .Run(Base + constraint.Replace("OLD", "latter", StringComparison.Ordinal));
        var plan = await Engine.PlanAsync(live.Tenant, SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token)), new(), Token);
        Assert.Equal("ALTER TABLE \"t\" RENAME CONSTRAINT \"former\" TO \"latter\"", Assert.Single(plan.Steps).Sql);
    }

    [Theory]
    [InlineData("index t.OLD", "create index OLD on t (n)")]
    [InlineData("view OLD", "create view OLD as select id from t")]
    [InlineData("function OLD()", "create function OLD() returns int language sql as 'select 1'")]
    [InlineData("trigger t.OLD",
        "create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger OLD before insert on t for "
            + "each row execute function f()")]
    public async Task Where_both_names_are_there_nobody_guesses(string what, string scene)
    {
        var (former, latter) = (scene.Replace("OLD", "former", StringComparison.Ordinal),
            scene.Replace("OLD", "latter", StringComparison.Ordinal));
        using var live = TestServer.PostgreSql15.CreateDatabase()
            .Run($"{Base} {former}; {latter.Replace("create function f()", "create or replace function f()", StringComparison.Ordinal)}");
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run(Base + latter);
        var target = Declared(await Engine.SnapshotAsync(wanted.Tenant, Token), what);
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.PlanAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token));
        Assert.Equal("SSY0302", refusal.Diagnostics[0].Entry.Code);
    }

    /// <summary>The state as a target that says what one of its objects was called.</summary>
    private static SchemaTarget Declared(Snapshot state, string what)
    {
        var ids = state.Objects.Select(ObjectId.Of).Concat(state.Objects.SelectMany(o => o.Children.Select(c => ObjectId.Of(o.Name, c))))
            .Concat(state.Objects.OfType<EnumType>()
                .SelectMany(t => t.Values.Select(v => ObjectId.In(ObjectKind.EnumLabel, t.Name, new(v)))));
        var subject = ids.Single(id => Spoken(id) == what.Replace("OLD", "latter", StringComparison.Ordinal));
        return SchemaTarget.Of(new Snapshot
        {
            Form = state.Form,
            Objects = state.Objects,
            Intents = [new(IntentKind.RenamedFrom, subject, new("former"))],
        });
    }

    private static string Spoken(ObjectId id) => id.Kind == ObjectKind.Trigger ? $"trigger {id.OwnerName}.{id.Name}" : id.ToString();
}
