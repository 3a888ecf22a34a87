namespace SchemaSync.Adapters.Tests;

/// <summary>What uses something that a plan drops or changes, and is not ours, is told before the first statement.</summary>
public sealed class OthersInTheWayTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private const string Ours = """
        create type mood as enum ('a', 'b'); create domain word as text; create type pair as (x int, y int);
        create sequence numbers; create function f(n int) returns int immutable language sql as 'select n';
        create table t(id int primary key, n int, m mood, w word, p pair, extra int unique);
        create view v as select id, n from t; create schema others;
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ExecutionOptions Anything { get; } = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    /// <summary>What others have, what is declared of ours, and what is said of theirs.</summary>
    public static TheoryData<string, string, string> Scenes => new()
    {
        // Columns that go.
        { "create view others.o as select extra from t", "alter table t drop extra", "view others.o" },
        { "create view o as select extra from t", "alter table t drop extra", "view o" },
        { "create materialized view others.o as select extra from t", "alter table t drop extra", "materialized view others.o" },
        { "create table others.o(e int references t(extra))", "alter table t drop extra", "constraint o_e_fkey on table others.o" },
        { "create table others.o(e int); create policy q on others.o using (e in (select extra from t))",
            "alter table t drop extra", "policy q on table others.o" },
        { "create table others.o(e int); create rule r as on insert to others.o do also select extra from t",
            "alter table t drop extra", "rule r on table others.o" },
        { "create publication QQ for table t (id, extra)", "alter table t drop extra", "publication of table t in publication QQ" },
        { "create statistics others.o on id, extra from t", "alter table t drop extra", "statistics object others.o" },
        // Columns that get another type.
        { "create statistics others.o on id, w from t", "alter table t alter w type json using to_json(w)", "statistics object others.o" },
        { "create statistics o on id, w from t", "alter table t alter w type json using to_json(w)", "statistics object o" },
        { "create statistics others.o on id, w from t", "alter table t alter w type xid using '1'::xid", "statistics object others.o" },
        { "create statistics o on id, w from t", "alter table t alter w type json[] using array[to_json(w)]", "statistics object o" },
        { "create domain j as json; create statistics o on id, w from t",
            "create domain j as json; alter table t alter w type j using to_json(w)", "statistics object o" },
        { "create view others.o as select n from t",
            "drop view v; alter table t alter n type bigint; create view v as select id, n from t", "view others.o" },
        { "create table others.o(e int); create policy q on others.o using (e in (select n from t))",
            "drop view v; alter table t alter n type bigint; create view v as select id, n from t", "policy q on table others.o" },
        { "create publication QQ for table t where (extra > 0)",
            "alter table t alter extra type bigint", "publication of table t in publication QQ" },
        // Tables, views and sequences.
        { "create view others.o as select id from t", "drop view v; drop table t", "view others.o" },
        { "create table others.o(e int references t)", "drop view v; drop table t", "constraint o_e_fkey on table others.o" },
        { "create function others.o(r t) returns int language sql as 'select 1'", "drop view v; drop table t", "function others.o(t)" },
        { "create table others.o(e t)", "drop view v; drop table t", "column e of table others.o" },
        { "create view others.o as select id from v", "drop view v", "view others.o" },
        { "create view others.o as select id from v", "drop view v; create view v as select n, id from t", "view others.o" },
        { "create function others.o() returns setof v language sql as 'select * from v'", "drop view v", "function others.o()" },
        { "create table others.o(e int default nextval('numbers'))",
            "drop sequence numbers", "default value for column e of table others.o" },
        // Keys.
        { "create table others.o(e int references t(extra))",
            "alter table t drop constraint t_extra_key", "constraint o_e_fkey on table others.o" },
        { "create view others.o as select id, n from t group by id", "alter table t drop constraint t_pkey", "view others.o" },
        { "create table others.o(e int references t)",
            "alter table t drop constraint t_pkey; alter table t add primary key (id, n)", "constraint o_e_fkey on table others.o" },
        // Functions.
        { "create view others.o as select f(1) as x", "drop function f", "view others.o" },
        { "create table others.o(e int default f(1))", "drop function f", "default value for column e of table others.o" },
        { "create table others.o(e int check (f(e) > 0))", "drop function f", "constraint o_e_check on table others.o" },
        { "create table others.o(e int); create index o_f on others.o (f(e))", "drop function f", "index others.o_f" },
        { "create aggregate others.o(int) (sfunc = int4pl, stype = int, finalfunc = f)", "drop function f", "function others.o(integer)" },
        { "create view others.o as select f(1) as x",
            "drop function f; create function f(n int) returns bigint immutable language sql as 'select n::bigint'", "view others.o" },
        { "create view others.o as select f(1) as x",
            "drop function f; create function f(n int, more int) returns int immutable language sql as 'select n'", "view others.o" },
        // Types.
        { "create table others.o(e mood)", "alter table t drop m; drop type mood", "column e of table others.o" },
        { "create table others.o(e mood[])", "alter table t drop m; drop type mood", "column e of table others.o" },
        { "create table others.o(e mood)",
            "alter table t drop m; drop type mood; create type mood as enum ('b'); alter table t add m mood",
            "column e of table others.o" },
        { "create function others.o(e word) returns int language sql as 'select 1'",
            "alter table t drop w; drop domain word", "function others.o(word)" },
        { "create table others.o(e pair)", "alter table t drop p; drop type pair", "column e of table others.o" },
        { "create domain others.o as word", "alter table t drop w; drop domain word", "type others.o" },
        { "create view others.o as select 'a'::mood as x", "alter table t drop m; drop type mood", "view others.o" },
    };

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task It_is_told_by_plan_and_by_sync(string theirs, string change, string said)
    {
        var publication = $"p_{Guid.NewGuid():n}";
        theirs = theirs.Replace("QQ", publication, StringComparison.Ordinal);
        said = said.Replace("QQ", publication, StringComparison.Ordinal);
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(Ours);
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run(Ours);
        // A run of ours makes all of it: so it is ours, and goes where it is not declared.
        var first = SchemaTarget.Of(await Engine.SnapshotAsync(live.Tenant, Token));
        var adopted = SchemaTarget.Of(first.Snapshot!.With(first.Objects.Append(new Sequence { Name = new("mark") })));
        await Engine.SyncTenantAsync(live.Tenant, adopted, execute: true, Anything, Token);
        live.Run(theirs);
        wanted.Run(change);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        var before = live.Query("select count(*) from pg_depend");
        foreach (var refusal in (SchemaSyncException[])
            [await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token)),
            await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token))])
        {
            Assert.Contains("SSY0527", refusal.Diagnostics.Select(d => d.Entry.Code));
            Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, live.Query("select count(*) from pg_depend"));
    }

    [Theory]
    [InlineData("PostgreSql 13")]
    [InlineData("PostgreSql 15")]
    [InlineData("PostgreSql 18")]
    public async Task It_is_told_by_a_revert(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase().Run(Ours);
        using var wanted = TestServer.Of(server).CreateDatabase()
            .Run(Ours + "alter table t add more int; create function g() returns int language sql as 'select 1'");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token);
        live.Run("create view others.o as select more, g() as g from t");
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanRevertAsync(live.Tenant, Token));
        Assert.Equal(["SSY0527", "SSY0527"], refusal.Diagnostics.Select(d => d.Entry.Code));
        Assert.Contains("cannot drop column t.more: view others.o, which is not ours, uses column t.more",
            refusal.Message, StringComparison.Ordinal);
        live.Run("drop view others.o");
        var back = await Engine.PlanRevertAsync(live.Tenant, Token);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, back, Anything, Token)).Outcome);
    }

    /// <summary>What the server follows by itself, or what uses something else, is no reason to refuse.</summary>
    [Theory]
    [InlineData("create view others.o as select id from t", "alter table t drop extra")]
    [InlineData("create table others.o(e int references t(extra))", "alter table t alter extra type bigint")]
    [InlineData("create view others.o as select id from t", "alter table t add more int; create index t_more on t (more)")]
    [InlineData("create view others.o as select f(1) as x",
        "create or replace function f(n int) returns int immutable language sql as 'select n + 1'")]
    [InlineData("create table others.o(e mood)", "alter type mood add value 'c'")]
    [InlineData("create statistics others.o on id, n from t", "alter table t drop extra")]
    [InlineData("create statistics others.o on id, extra from t", "alter table t alter extra type bigint")]
    [InlineData("create statistics o on id, extra from t", "alter table t alter extra type bigint")]
    [InlineData("create statistics o on id, w from t", "alter table t alter w type varchar(20)")]
    [InlineData("create statistics o on id, w from t", "alter table t alter w type jsonb using to_jsonb(w)")]
    [InlineData("create statistics o on id, w from t", "alter table t alter w type int4range[] using null")]
    [InlineData("create view others.v as select 1 as x; create view others.o as select x from others.v", "drop view v")]
    public async Task What_is_no_obstacle_stops_nothing(string theirs, string change)
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(Ours);
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run(Ours);
        live.Run(theirs);
        wanted.Run(change);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true,
            Anything with { IncludeUnmanaged = true }, Token)).Outcome);
    }
}
