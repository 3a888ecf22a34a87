namespace SchemaSync.Adapters.Tests;

/// <summary>Changes of several objects that hang together: planned, run, equal, and taken back.</summary>
public sealed class PostgreSqlPlannedTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    /// <summary>By name: before, and after.</summary>
    private static readonly Dictionary<string, (string Before, string After)> Cases = new(StringComparer.Ordinal)
    {
        ["check with a new label"] =
            ("create type e as enum ('a'); create table t (id int primary key, s e); insert into t values (1, 'a')",
                "create type e as enum ('a', 'b'); create table t (id int primary key, s e, check (s <> 'b'::e))"),
        ["check with a new label, in"] =
            ("create type e as enum ('a'); create table t (id int primary key, s e); insert into t values (1, 'a')",
                "create type e as enum ('a', 'done', 'c'); create table t (id int primary key, s e, check (s in ('done', 'c', 'a')))"),
        ["unique where a new label"] =
            ("create type e as enum ('a'); create table t (id int primary key, s e); insert into t values (1, 'a')",
                "create type e as enum ('a', 'b'); create table t (id int primary "
                    + "key, s e); create unique index u on t (id) where s <> 'b'::e"),
        ["unique on an expression of a new label"] =
            ("create type e as enum ('a'); create table t (id int primary key, s e); insert into t values (1, 'a')",
                "create type e as enum ('a', 'b'); create table t (id int primary key, s e); create unique index u on t ((s <> 'b'::e))"),
        ["unique on a constant"] = ("create table t (id int primary key, s bool); insert into t values (1, true)",
            "create table t (id int primary key, s bool); create unique index u on t ((1)) where s"),
        ["unique on a constant true"] = ("create table t (id int primary key, s bool); insert into t values (1, true)",
            "create table t (id int primary key, s bool); create unique index u on t ((true)) where s"),
        ["unique on a constant text"] = ("create table t (id int primary key, s bool); insert into t values (1, true)",
            "create table t (id int primary key, s bool); create unique index u on t (('x'::text)) where s"),
        ["stored with index, other expression"] =
            ("create table t (id int primary key, a int, b int generated always as (a + 1) stored); create index t_b on t (b)",
                "create table t (id int primary key, a int, b int generated always as (a + 2) stored); create index t_b on t (b)"),
        ["stored with check, other expression"] =
            ("create table t (id int primary key, a int, b int generated always as (a + 1) stored, constraint c check (b > 0))",
                "create table t (id int primary key, a int, b int generated always as (a + 2) stored, constraint c check (b > 0))"),
        ["stored with unique, other expression"] =
            ("create table t (id int primary key, a int, b int generated always as (a + 1) stored, constraint c unique (b))",
                "create table t (id int primary key, a int, b int generated always as (a + 2) stored, constraint c unique (b))"),
        ["stored with references, other expression"] =
            ("create table p (id int primary key); create table t (id int primary key, a int, b int generated always as (a + 1) "
                + "stored, constraint c foreign key (b) references p)",
                "create table p (id int primary key); create table t (id int primary key, a int, b int generated always as (a + 2) "
                    + "stored, constraint c foreign key (b) references p)"),
        ["stored referenced, other expression"] =
            ("create table t (id int primary key, a int, b int generated always as (a + 1) stored, constraint c unique (b)); create "
                + "table k (id int primary key, constraint k_t foreign key (id) references t (b))",
                "create table t (id int primary key, a int, b int generated always as (a + 2) stored, constraint c unique (b)); create "
                    + "table k (id int primary key, constraint k_t foreign key (id) references t (b))"),
        ["stored with exclusion, other expression"] =
            ("create table t (id int primary key, a int, b int4range generated always as (int4range(a, a + 1)) stored, constraint c "
                + "exclude using gist (b with &&))",
                "create table t (id int primary key, a int, b int4range generated always as (int4range(a, a + 2)) stored, constraint c "
                    + "exclude using gist (b with &&))"),
        ["stored becomes plain, its source goes"] =
            ("create table t (id int primary key, a int not null, b numeric(12,2) generated always as (a * 3) stored)",
                "create table t (id int primary key, b int)"),
        ["stored becomes plain, its source gets another type"] =
            ("create table t (id int primary key, a smallint, b numeric(12,2) generated always as (a * 3) stored)",
                "create table t (id int primary key, a char(5), b smallint)"),
        ["a row with a field that is null is required"] =
            ("create type c as (x int, y text); create table t (id int primary key, a c); insert into t values (1, row(1, null))",
                "create type c as (x int, y text); create table t (id int primary key, a c not null)"),
        ["partitions change their bounds at once"] =
            ("create table t (id int primary key) partition by range (id); create table t_0 partition of t for values from (0) to (10); "
                + "create table t_1 partition of t for values from (10) to (100); insert into t values (5), (50)",
                "create table t (id int primary key) partition by range (id); create table t_0 partition of t for values from (0) to (20); "
                    + "create table t_1 partition of t for values from (20) to (100)"),
        ["a partition goes, and another one takes its place"] =
            ("create table t (id int primary key, n int) partition by range (id); create table t_0 partition of t for values from (0) "
                + "to (10); create table t_1 partition of t for values from (10) to (100); insert into t values (5)",
                "create table t (id int primary key, n int) partition by range (id); create table t_0 partition of t for values from (0) "
                    + "to (20)"),
        ["stored key, other expression"] = ("create table t (a int, b int generated always as (a + 1) stored primary key)",
            "create table t (a int, b int generated always as (a + 2) stored primary key)"),
        ["stored with index, other type"] =
            ("create table t (id int primary key, a int, b int generated always as (a + 1) stored); create index t_b on t (b)",
                "create table t (id int primary key, a int, b bigint generated always as (a + 1) stored); create index t_b on t (b)"),
        ["stored with index, other source type"] =
            ("create table t (id int primary key, a int, b int generated always as (a + 1) stored, constraint c check (b > 0), "
                + "constraint u unique (b)); create index t_b on t (b)",
                "create table t (id int primary key, a smallint, b int generated always as (a + 1) stored, constraint c check (b > 0), "
                    + "constraint u unique (b)); create index t_b on t (b)"),
        ["stored with index, wider source type"] =
            ("create table t (id int primary key, a varchar(5), b int generated always as (length(a)) stored, constraint c check (b > "
                + "0), constraint u unique (b)); create index t_b on t (b)",
                "create table t (id int primary key, a varchar(9), b int generated always as (length(a)) stored, constraint c check (b "
                    + "> 0), constraint u unique (b)); create index t_b on t (b)"),
        ["stored with several, one changes"] =
            ("create table t (id int primary key, a int, b int generated always as (a + 1) stored); create index t_b on t (b); create "
                + "index t_c on t (b) where b > 3",
                "create table t (id int primary key, a int, b int generated always as (a + 2) stored); create index t_b on t (b, a); "
                    + "create index t_c on t (b) where b > 3"),
        ["key, other name and columns"] = ("create table t (a int not null, b int not null, constraint k primary key (a))",
            "create table t (a int not null, b int not null, constraint l primary key (a, b))"),
        ["key, other name and other column"] = ("create table t (a int not null, b int not null, constraint k primary key (a))",
            "create table t (a int not null, b int not null, constraint l primary key (b))"),
        ["key, fewer columns, one nullable"] = ("create table t (a int not null, b int not null, constraint k primary key (a, b))",
            "create table t (a int not null, b int, constraint k primary key (a))"),
        ["key, moves, old one nullable"] = ("create table t (a int not null, b int not null, constraint k primary key (a))",
            "create table t (a int, b int not null, constraint k primary key (b))"),
        ["key, moves and other name, old one nullable"] = ("create table t (a int not null, b int not null, constraint k primary key (a))",
            "create table t (a int, b int not null, constraint l primary key (b))"),
        ["key, identity moves, old one nullable"] =
            ("create table t (a int generated always as identity, b int not null, constraint k primary key (a))",
                "create table t (a int, b int not null, constraint k primary key (b))"),
        ["key goes, column nullable"] = ("create table t (a int not null, b int not null, constraint k primary key (a))",
            "create table t (a int, b int not null)"),
        ["key referenced, columns go"] =
            ("create table t (a int not null, b int not null, constraint k primary key (a, b)); create table u (a int, b int, "
                + "constraint f foreign key (a, b) references t)",
                "create table t (a int not null, constraint k primary key (a)); "
                    + "create table u (a int, constraint f foreign key (a) references t)"),
        ["key referenced, table goes"] =
            ("create table t (a int not null, b int not null, constraint k primary key (a)); create table u (a int, constraint f "
                + "foreign key (a) references t)", "create table t (a int not null, b int not null, constraint k primary key (b))"),
        ["key referenced, column of it goes"] =
            ("create table t (a int not null, b int not null, constraint k primary key (a)); create table u (id int, a int, constraint "
                + "f foreign key (a) references t)",
                "create table t (a int not null, b int not null, constraint k primary key (b)); create table u (id int)"),
        ["key column goes, new key"] =
            ("create table t (a int not null, b int not null, constraint k primary key (a)); create table u (id int, a int, constraint "
                + "f foreign key (a) references t)",
                "create table t (b int not null, constraint k primary key (b)); create "
                    + "table u (id int, a int, constraint f foreign key (a) references t)"),
        ["function in a default gets one more"] =
            ("create function f(a int) returns int language sql immutable as 'select a'; create table t (id int default f(1))",
                "create function f(a int, b int default 2) returns int language "
                    + "sql immutable as 'select a'; create table t (id int default f(1))"),
        ["function in a check gets one more"] =
            ("create function f(a int) returns int language sql immutable as 'select a'; create table t (id int, constraint c check "
                + "(f(id) > 0))",
                "create function f(a int, b int default 2) returns int language sql immutable as 'select a'; create table t (id int, "
                    + "constraint c check (f(id) > 0))"),
        ["function in an index gets one more"] =
            ("create function f(a int) returns int language sql immutable as 'select a'; create table t (id int); create "
                + "index i on t (f(id))",
                "create function f(a int, b int default 2) returns int language sql immutable as 'select a'; create table t (id int); "
                    + "create index i on t (f(id))"),
        ["composite type of a function, attributes in other order"] =
            ("create type c as (a int, b int); create function f(x c) returns int language sql as 'select x.a'",
                "create type c as (b int, a int); create function f(x c) returns int language sql as 'select x.a'"),
        ["function in all of them gets one more"] =
            ("create function f(a int) returns int language sql immutable as 'select a'; create table t (id int default f(1), z int "
                + "default f(2), constraint c check (f(id) > 0)); create index i on t (f(id)); create unique index u on t (id) where "
                + "f(id) > 0; create table gone (id int default f(1))",
                "create function f(a int, b int default 2) returns int language sql immutable as 'select a'; create table t (id int "
                    + "default f(1), z int default f(3), constraint c check (f(id) > 1)); create index i on t (f(id), id); create "
                    + "unique index u on t (id) where f(id) > 0; create table fresh (id int default f(1))"),
        ["function in a view gets one more"] =
            ("create function f(a int) returns int language sql immutable as 'select a'; create table t (id int); create view v as "
                + "select f(id) from t",
                "create function f(a int, b int default 2) returns int language sql immutable as 'select a'; create table t (id int); "
                    + "create view v as select f(id) from t"),
        ["index of a partition goes with its column"] =
            ("create table t (a int, b int) partition by range (a); create table p partition of t for values from (0) to (9); create "
                + "index p_b on p (b)",
                "create table t (a int) partition by range (a); create table p partition of t for values from (0) to (9)"),
        ["check of a partition goes with its column"] =
            ("create table t (a int, b int) partition by range (a); create table p partition of t for values from (0) to (9); alter "
                + "table p add constraint pc check (b > 0); alter table p add constraint pu unique (b)",
                "create table t (a int) partition by range (a); create table p partition of t for values from (0) to (9)"),
        ["index of a partition on a column of another type"] =
            ("create table t (a int, b int) partition by range (a); create table p partition of t for values from (0) to (9); create "
                + "index p_b on p (b)",
                "create table t (a int, b bigint) partition by range (a); create table "
                    + "p partition of t for values from (0) to (9); create index p_b on p (b)"),
        ["identity changes sign"] = ("create table t (id int generated always as identity, a int); insert into t (a) values (1), (2)",
            "create table t (id int generated always as identity (increment by -1), a int)"),
        ["identity gets bounds"] = ("create table t (id int generated always as identity, a int); insert into t (a) values (1), (2)",
            "create table t (id int generated always as identity (minvalue 100 start 100), a int)"),
        ["identity gets lower bounds"] =
            ("create table t (id int generated always as identity (start 50), a int); insert into t (a) values (1), (2)",
                "create table t (id int generated always as identity (maxvalue 10), a int)"),
        ["identity type shrinks"] = ("create table t (id bigint generated always as identity, a int); insert into t (a) values (1), (2)",
            "create table t (id int generated always as identity, a int)"),
        ["identity type grows"] = ("create table t (id int generated always as identity, a int); insert into t (a) values (1), (2)",
            "create table t (id bigint generated always as identity, a int)"),
        ["sequence changes sign"] = ("create sequence s; select nextval('s')", "create sequence s increment by -1"),
        ["sequence changes sign back"] = ("create sequence s increment by -1; select nextval('s')", "create sequence s"),
        ["sequence gets bounds"] = ("create sequence s; select nextval('s')", "create sequence s minvalue 100 start 150"),
        ["sequence type"] = ("create sequence s; select nextval('s')", "create sequence s as int"),
        ["view and function of its row, view changes"] =
            ("create table t (a int, b int); create view v as select a from t; create function f(x v) returns int language sql as "
                + "'select x.a'",
                "create table t (a int, b int); create view v as select a, b from "
                    + "t; create function f(x v) returns int language sql as 'select x.a'"),
        ["view and function of its row, both change"] =
            ("create table t (a int, b int); create view v as select a from t; create function f(x v) returns int language sql as "
                + "'select x.a'",
                "create table t (a int, b int); create view v as select a, b from t; "
                    + "create function f(x v) returns int language sql as 'select x.a + x.b'"),
        ["view and function that returns its rows, both change"] =
            ("create table t (a int, b int); create view v as select a from t; create function f() returns setof v language sql as "
                + "'select * from v'",
                "create table t (a int, b int); create view v as select a, b from t; "
                    + "create function f() returns setof v language sql as 'select v.* from v'"),
        ["view and new function of its row"] = ("create table t (a int, b int); create view v as select a from t",
            "create table t (a int, b int); create view v as select a, b from "
                + "t; create function f(x v) returns int language sql as 'select x.a'"),
        ["view and function that goes"] =
            ("create table t (a int, b int); create view v as select a from t; create function f(x v) returns int language sql as "
                + "'select x.a'", "create table t (a int, b int); create view v as select a, b from t"),
        ["both go"] =
            ("create table t (a int, b int); create view v as select a from t; create function f(x v) returns int language sql as "
                + "'select x.a'", "create table t (a int, b int)"),
        ["attribute added under columns"] = ("create type c as (a int); create table t (x c); insert into t values (row(1))",
            "create type c as (a int, b text); create table t (x c)"),
        ["attribute added under an array"] = ("create type c as (a int); create table t (x c[])",
            "create type c as (a int, b text); create table t (x c[])"),
        ["attribute added under a default"] = ("create type c as (a int); create table t (x c default row(1)::c)",
            "create type c as (a int, b text); create table t (x c default row(1, 'b')::c)"),
        ["composite type of a function"] = ("create type c as (a int, b int); create function f() returns c language sql as 'select 1, 2'",
            "create type c as (a int, b bigint); create function f() returns c language sql as 'select 1, 2::bigint'"),
        ["composite type of a function, attribute added"] =
            ("create type c as (a int); create function f(x c) returns int language sql as 'select x.a'",
                "create type c as (a int, b int); create function f(x c) returns int language sql as 'select x.a + x.b'"),
        ["enum to another enum"] =
            ("create type e as enum ('a', 'b'); create type g as enum ('a', 'b', 'c'); create table t (x e default 'a'); insert into t "
                + "values ('a')",
                "create type e as enum ('a', 'b'); create type g as enum ('a', 'b', 'c'); create table t (x g default 'a')"),
        ["enum to another enum, first one goes"] = ("create type e as enum ('a', 'b'); create table t (x e); insert into t values ('a')",
            "create type g as enum ('a', 'b', 'c'); create table t (x g)"),
        ["enums of arrays"] =
            ("create type e as enum ('a', 'b'); create type g as enum ('a', 'b', 'c'); create table t (x e[]); insert into t values "
                + "(array['a']::e[])", "create type e as enum ('a', 'b'); create type g as enum ('a', 'b', 'c'); create table t (x g[])"),
        ["partitioned table that refers to one of which the key becomes another"] = (
            "create table p (id int constraint k primary key, z int not null); create table t (a int, b int constraint r references "
                + "p (id)) partition by list (a); create table t1 partition of t for values in (1); insert into p values (7, 8); "
                + "insert into t values (1, 7)",
            "create table p (id int not null constraint u unique, z int constraint k primary key); create table t (a int, b int "
                + "constraint r references p (id)) partition by list (a); create table t1 partition of t for values in (1)"),
        ["index whose name one of a table that comes has"] = (
            "create table t (a int); create index i on t (a)", "create table t (a int); create table u (a int); create index i on u (a)"),
        ["composite type over an enum that comes"] = (
            "create type c as (a int)", "create type e as enum ('a'); create type c as (a int, b e, d e[])"),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ExecutionOptions Anything { get; } = new()
    {
        IncludeUnmanaged = true,
        Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()),
    };

    public static TheoryData<string, string> Planned
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in Cases.Keys)
                foreach (var server in (TestServer[])[TestServer.PostgreSql13, TestServer.PostgreSql15, TestServer.PostgreSql18])
                    data.Add(name, server.ToString());
            return data;
        }
    }

    [Fact]
    public async Task A_composite_type_changes_before_a_table_that_comes_holds_values_of_it()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run("create type c as (x int, y text)");
        using var wanted = TestServer.PostgreSql15.CreateDatabase()
            .Run("create type c as (x int, y bigint); create table t (id int primary key, a c)");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, TestContext.Current.CancellationToken));
        var options = new ExecutionOptions { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()), IncludeUnmanaged = true };
        var report = await Engine.SyncTenantAsync(live.Tenant, target, true, options, TestContext.Current.CancellationToken);
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, TestContext.Current.CancellationToken)).IsEqual);
    }

    [Theory]
    [MemberData(nameof(Planned))]
    public async Task Is_planned_run_and_taken_back(string name, string version)
    {
        var server = TestServer.Of(version);
        var (before, after) = Cases[name];
        using var live = server.CreateDatabase().Run(before);
        var start = await Engine.SnapshotAsync(live.Tenant, Token);
        Assert.Empty(start.Unsupported);
        using var wanted = server.CreateDatabase().Run(after);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        var report = await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token);
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Anything, Token);
        Assert.Equal(start.Fingerprint, (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
    }

    [Theory]
    [InlineData("create table t (a int, b int) partition by range (a)",
        "create table t (a bigint, b int) partition by range (a)", "rows are in partitions by it")]
    [InlineData("create table t (a int, b int) partition by range ((a + 1))",
        "create table t (a bigint, b int) partition by range ((a + 1))", "rows are in partitions by it")]
    [InlineData(
        "create table t (a int, b int) partition by range (a); create table p partition of t for values from (0) to (9) partition by "
            + "range (b)",
            "create table t (a int, b bigint) partition by range (a); create table p partition of t for values from (0) to (9) "
                + "partition by range (b)", "rows are in partitions by it")]
    [InlineData("create type c as (a int); create table t (x c)",
        "create type c as (a bigint); create table t (x c)", "column t.x holds values of it")]
    [InlineData("create type c as (a int, b int); create table t (x c); create index i on t (((x).b))",
        "create type c as (a int); create table t (x c)", "index t.i names b; drop it first")]
    public async Task Is_refused_with_the_reason(string before, string after, string reason)
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(before);
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run(after);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token));
        Assert.Equal(["SSY0305"], refusal.Diagnostics.Select(d => d.Entry.Code));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "json", "'{x'", "'{}'")]
    [InlineData("varchar(9)", "int", "'a1'", "' 12 '")]
    [InlineData("char(3)", "smallint", "'99x'", "'99'")]
    [InlineData("bigint", "int", "3000000000", "-2147483648")]
    [InlineData("text", "e", "'z'", "'a'")]
    [InlineData("other", "e", "'z'", "'a'")]
    [InlineData("text", "uuid", "'1'", "'00000000-0000-0000-0000-000000000000'")]
    [InlineData("text", "positive", "'0'", "'1'")]
    [InlineData("int", "positive", "0", "1")]
    [InlineData("numeric", "numeric(3,1)", "100", "99.9")]
    [InlineData("text[]", "int[]", "'{a}'", "'{1}'")]
    public async Task Values_that_do_not_convert_are_found_before_the_first_step(string from, string to, string bad, string good)
    {
        const string Types =
            "create type e as enum ('a', 'b'); create type other as enum ('a', 'z'); create domain positive as int check (value > 0);";
        foreach (var server in (TestServer[])[TestServer.PostgreSql13, TestServer.PostgreSql15, TestServer.PostgreSql18])
        {
            using var live = server.CreateDatabase()
                .Run($"{Types} create table t (x {from}); insert into t values ({good}), ({bad}), (null)");
            using var wanted = server.CreateDatabase().Run($"{Types} create table t (x {to}); create table first (id int)");
            var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
            var start = await Engine.SnapshotAsync(live.Tenant, Token);
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token));
            Assert.Equal(["SSY0503"], refusal.Diagnostics.Select(d => d.Entry.Code));
            Assert.Equal(start.Fingerprint, (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
            live.Run($"delete from t where x::text = ({bad})::{from}::text");
            Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token)).Outcome);
            Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        }
    }
}
