namespace SchemaSync.Adapters.Tests;

/// <summary>Objects of somebody else that share a name with something of ours, on
/// PostgreSQL: left alone and counted, or in the way and said.</summary>
public sealed class PostgreSqlScopeTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static ExecutionOptions Anything { get; } = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private const string Audit = "create table audit(id bigint generated always as identity primary key, note text not null);";
    private const string Total = "create function total(a integer) returns integer language sql as 'select a';";

    [Fact]
    public async Task Functions_that_share_a_name_with_a_declared_table_or_overload_stay_and_are_counted()
    {
        using var live =
            Schema("create function audit(x int) returns int language sql as 'select x+1'; create function total(a text) returns text "
                + "language sql as 'select a';");
        var report = await Sync(live, Audit + Total);
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.Equal(["function audit(integer)", "function total(text)"], report.Unmanaged.Select(o => o.ToString()));
        Assert.Equal("6|b|7", live.Query("select audit(5), total('b'::text), total(7)"));
        // Going back takes ours and nothing else.
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Anything, Token);
        Assert.Equal("audit(integer);total(text)", Routines(live));
        Assert.Equal("0", live.Query("select count(*) from pg_class where relname = 'audit'"));
    }

    [Fact]
    public async Task A_declaration_names_its_overload_in_whatever_words()
    {
        using var live =
            Schema("create function total(a text) returns text language sql as 'select a'; "
                + "create function total(a int4) returns int language sql as 'select 0'");
        var routine = new Routine
        {
            Name = new("total"),
            Signature = "int",
            Arguments = "a int = 1",
            Returns = "int",
            Body = new("SELECT a"),
        };
        var target = SchemaTarget.Of(new SchemaModel { Providers = [ProviderNames.PostgreSql], Objects = [routine] });
        var report = await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token);
        Assert.Equal(["function total(text)"], report.Unmanaged.Select(o => o.ToString()));
        Assert.Equal("b|7", live.Query("select total('b'::text), total(7)"));
        Assert.Equal("total(integer);total(text)", Routines(live));
    }

    [Fact]
    public async Task A_rename_onto_a_taken_name_is_refused()
    {
        using var live = Schema("create table a(id int); create view b as select 1 as id");
        using var wanted = Schema("create table b(id int)");
        var target =
            (await Engine.SnapshotAsync(wanted.Tenant,
                Token)).State([new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, new("b")), new("a"))]);
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.PlanAsync(live.Tenant, SchemaTarget.Of(target), new(), Token));
        Assert.Equal("SSY0217", refusal.Diagnostics[0].Entry.Code);
    }

    [Fact]
    public async Task Everything_that_may_bear_the_name_of_a_table_stays_beside_it()
    {
        using var live = Schema("""
            create function x() returns int language sql as 'select 1'; create procedure x(a int) language sql as 'select 2';
                create aggregate x(text) (sfunc = textcat, stype = text);
            create table theirs(id int primary key, b int); create function t() returns trigger language plpgsql as 'begin return new; end';
                create trigger x before insert on theirs for each row execute function t();
            create policy x on theirs using (true); create operator class x for type int using btree as operator 1 <;
                alter table theirs add constraint x check (b > 0);
            """);
        var before =
            live.Query("select string_agg(pg_describe_object(classid, objid, 0), ', ' order by classid, objid) from pg_depend where "
                + "deptype = 'n' and refobjid = current_schema()::regnamespace");
        var report = await Sync(live, "create table x(id int primary key); create view v as select id from x;");
        Assert.Contains(ObjectId.Top(ObjectKind.Aggregate, new("x"), "text"), report.Unmanaged);
        Assert.Contains(ObjectId.In(ObjectKind.Trigger, new("theirs"), new("x")), report.Unmanaged);
        await Sync(live, "");
        Assert.Equal(before,
            live.Query("select string_agg(pg_describe_object(classid, objid, 0), ', ' order by classid, objid) from pg_depend where "
                + "deptype = 'n' and refobjid = current_schema()::regnamespace and "
                + "not pg_describe_object(classid, objid, 0) like '%schemasync%'"));
        Assert.Equal("x|x|x",
            live.Query("select (select tgname from pg_trigger where tgrelid = 'theirs'::regclass), (select polname from pg_policy "
                + "where polrelid = 'theirs'::regclass), (select conname from "
                + "pg_constraint where conrelid = 'theirs'::regclass and contype = 'c')"));
    }

    [Theory]
    [InlineData("create view audit as select 1 as id", "view audit")]
    [InlineData("create materialized view audit as select 1 as id", "materialized view audit")]
    [InlineData("create sequence audit", "sequence audit")]
    [InlineData("create type audit as (a int)", "composite type audit")]
    [InlineData("create type audit as enum ('a')", "enum type audit")]
    [InlineData("create domain audit as int", "domain audit")]
    [InlineData("create type audit as range (subtype = int)", "range type audit")]
    [InlineData("create table theirs(a int); create index audit on theirs(a)", "index theirs.audit")]
    [InlineData("create table theirs(a int constraint audit primary key)", "primary key theirs.audit")]
    public async Task What_has_the_name_of_a_declared_table_is_in_the_way_and_stays(string foreign, string holder)
    {
        using var live = Schema(foreign);
        var refusal = await Refused(live, Audit + "create table first(id int primary key);");
        Assert.Equal("SSY0217", refusal.Entry.Code);
        Assert.StartsWith($"table audit cannot be made: {holder} has its name", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("0", live.Query("select count(*) from pg_class where relname in ('first', '__schemasync_ledger')"));
    }

    [Theory]
    [InlineData("create table x(id int)", "create view x as select 1 as id")]
    [InlineData("create table x(id int)", "create sequence x")]
    [InlineData("create table x(id int)", "create type x as enum ('a')")]
    [InlineData("create view x as select 1 as id", "create materialized view x as select 1 as id")]
    [InlineData("create aggregate x(int) (sfunc = int4pl, stype = int)",
        "create function x(integer) returns integer language sql as 'select 1'")]
    [InlineData("create procedure x(a int) language sql as 'select 1'",
        "create function x(a integer) returns integer language sql as 'select 1'")]
    [InlineData("create table theirs(id int); create index x on theirs(id)", "create table t(id int); create index x on t(id)")]
    [InlineData("create table theirs(id int); create index x on theirs(id)", "create table t(id int constraint x primary key)")]
    [InlineData("create table theirs(id int); create index x on theirs(id)",
        "create table t(id int, b int, constraint x exclude using btree (b with =))")]
    [InlineData("create domain x as int", "create type x as (a int)")]
    [InlineData("create domain x as int", "create sequence x")]
    public async Task A_declared_object_of_any_kind_is_refused_where_its_name_is_taken(string foreign, string declared)
    {
        using var live = Schema(foreign);
        var before = PostgreSqlOracle.Describe(live);
        Assert.Equal("SSY0217", (await Refused(live, declared)).Entry.Code);
        Assert.Equal(before, PostgreSqlOracle.Describe(live));
    }

    [Fact]
    public async Task A_function_of_an_extension_is_not_replaced()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        var live = new PostgreSqlSchema(database).Run("create extension citext");
        using var wanted =
            new PostgreSqlSchema(database, "want").Run("create function citext(boolean) returns boolean language sql as 'select $1'");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal("SSY0217", refusal.Diagnostics[0].Entry.Code);
    }

    [Fact]
    public async Task A_name_that_is_taken_between_plan_and_run_is_in_the_way_as_well()
    {
        using var live = Schema("");
        using var wanted = Schema(Audit);
        var plan = await Engine.PlanAsync(live.Tenant, SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token)), new(), Token);
        live.Run("create view audit as select 1 as id");
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.ApplyAsync(live.Tenant, plan, Anything, Token));
        Assert.Equal("SSY0217", refusal.Diagnostics[0].Entry.Code);
        Assert.Equal("1", live.Query("select count(*) from pg_views where viewname = 'audit' and schemaname = current_schema()"));
    }

    [Fact]
    public async Task A_check_says_that_a_name_is_taken()
    {
        using var live = Schema("create view audit as select 1 as id");
        using var wanted = Schema(Audit);
        var validation = await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token)), Token);
        Assert.Equal(["SSY1001", "SSY0217"], validation.Diagnostics.Select(d => d.Entry.Code));
        Assert.Equal(["view audit"], validation.Unmanaged.Select(o => o.ToString()));
    }

    [Fact]
    public async Task A_signature_that_changes_replaces_ours_and_leaves_the_overload_of_somebody_else()
    {
        using var live = Schema("create function total(a text) returns text language sql as 'select a'");
        await Sync(live, Total);
        await Sync(live, Total.Replace("integer", "bigint", StringComparison.Ordinal));
        Assert.Equal("total(bigint);total(text)", Routines(live));
        // What no run made is nobody's to replace, whatever else is declared of that name.
        using var other = Schema("create function total(a integer) returns integer language sql as 'select a'");
        await Sync(other, Total.Replace("integer", "bigint", StringComparison.Ordinal));
        Assert.Equal("total(bigint);total(integer)", Routines(other));
    }

    /// <summary>Every way from one kind to another under one name: ours by the ledger, so that it may go.</summary>
    public static TheoryData<string, string> KindChanges
    {
        get
        {
            string[] relations =
            [
                "create table x(id int)", "create view x as select 1 as id",
                "create materialized view x as select 1 as id", "create sequence x",
                "create type x as (a int)", "create type x as enum ('a')", "create domain x as int",
            ];
            string[] routines = ["create function x(a integer) returns integer language sql as 'select 1'",
                "create procedure x(a integer) language sql as 'select 1'"];
            return [.. Pairs(relations), .. Pairs(routines)];

            IEnumerable<TheoryDataRow<string, string>> Pairs(string[] all) =>
                all.SelectMany(a => all.Where(b => b != a).Select(b => new TheoryDataRow<string, string>(a, b)));
        }
    }

    [Theory]
    [MemberData(nameof(KindChanges))]
    public async Task What_a_run_of_ours_made_may_change_its_kind(string before, string after)
    {
        using var live = Schema("");
        await Sync(live, before);
        Assert.Equal(Outcome.Done, (await Sync(live, after)).Outcome);
        using var wanted = Schema(after);
        Assert.Equal(PostgreSqlOracle.Describe(wanted), PostgreSqlOracle.Describe(live));
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Anything, Token);
        using var old = Schema(before);
        Assert.Equal(PostgreSqlOracle.Describe(old), PostgreSqlOracle.Describe(live));
    }

    [Fact]
    public async Task What_somebody_put_in_the_place_of_ours_is_theirs_with_all_that_stands_on_it()
    {
        using var live = Schema("");
        await Sync(live, "create table x(id int); create table y(id int);");
        live.Run("drop table x; create view x as select 1 as id; create function t() returns trigger language plpgsql as 'begin return "
            + "new; end'; create trigger x instead of insert on x for each row execute function t()");
        var report = await Sync(live, "create table y(id int)");
        Assert.Equal(["function t()", "trigger x on x", "view x"], report.Unmanaged.Select(o => o.ToString()));
        Assert.Equal("1", live.Query("select count(*) from pg_trigger where tgrelid = 'x'::regclass"));
    }

    [Fact]
    public async Task A_declared_rename_or_drop_of_a_table_is_about_no_other_kind()
    {
        using var live =
            Schema("create function old() returns int language sql as 'select "
                + "1'; create view gone as select 1 as id; create table t(id int)");
        using var wanted = Schema("create table t(id int)");
        var declared = await Engine.SnapshotAsync(wanted.Tenant, Token);
        EquatableArray<Intent> intents = [new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, new("t")), new("old")),
            new(IntentKind.Dropped, ObjectId.Top(ObjectKind.Table, new("gone")), new("gone"))];
        var report = await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(declared.State(intents)), execute: true, Anything, Token);
        Assert.Equal(Outcome.NothingToDo, report.Outcome);
        Assert.Equal(["function old()", "view gone"], report.Unmanaged.Select(o => o.ToString()));
    }

    [Fact]
    public async Task A_revert_takes_a_rename_back_where_another_kind_has_the_new_name()
    {
        using var live = Schema("");
        const string Function = "create function b() returns int language sql as 'select 1';";
        await Sync(live, Function + "create table a(id int)");
        live.Run("insert into a values (5)");
        using var wanted = Schema(Function + "create table b(id int)");
        var renamed =
            (await Engine.SnapshotAsync(wanted.Tenant,
                Token)).State([new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, new("b")), new("a"))]);
        await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(renamed), execute: true, Anything, Token);
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Anything, Token);
        Assert.Equal("5", live.Query("select id from a"));
    }

    [Theory]
    [InlineData("create table __schemasync_mine(id int primary key)", "table __schemasync_mine")]
    [InlineData("create view __schemasync_view as select 1 as id", "view __schemasync_view")]
    [InlineData("create view __schemasync_snapshots as select 1 as id", "view __schemasync_snapshots")]
    [InlineData("create sequence __schemasync_ledger", "sequence __schemasync_ledger")]
    public async Task Only_our_own_ledger_is_left_out_of_a_snapshot(string foreign, string name)
    {
        using var live = Schema(foreign);
        Assert.Equal([name], (await Engine.SnapshotAsync(live.Tenant, Token)).Objects.Select(o => ObjectId.Of(o).ToString()));
        if (!name.Contains("_mine", StringComparison.Ordinal) && !name.Contains("_view", StringComparison.Ordinal))
        {
            // Where our ledger has to go, nothing of others is written to or replaced.
            Assert.Equal("SSY0217", (await Refused(live, Audit, plans: true)).Entry.Code);
            Assert.Equal("0", live.Query("select count(*) from pg_class where relname = 'audit'"));
            return;
        }

        Assert.Equal([name], (await Sync(live, Audit)).Unmanaged.Select(o => o.ToString()));
        Assert.Equal(["table audit", name],
            (await Engine.SnapshotAsync(live.Tenant, Token)).Objects
                .Select(o => ObjectId.Of(o).ToString()).OrderBy(o => o != "table audit"));
    }

    [Fact]
    public async Task A_trigger_on_our_ledger_is_said()
    {
        using var live = Schema("");
        await Sync(live, Audit);
        live.Run("create function t() returns trigger language plpgsql as 'begin return new; end'; create trigger seen after insert on "
            + "__schemasync_ledger for each row execute function t()");
        Assert.Equal("trigger seen on __schemasync_ledger", Assert.Single((await Engine.SnapshotAsync(live.Tenant,
            Token)).Objects.OfType<OpaqueObject>()).Identity.ToString());
        // A run would fire it as whoever runs: the ledger is not used.
        Assert.Equal("SSY0518", (await Refused(live, Audit + Total)).Entry.Code);
    }

    private PostgreSqlSchema Schema(string sql) => new PostgreSqlSchema(server.Database, $"s_{Guid.NewGuid():n}").Run(sql);

    private async Task<ExecutionReport> Sync(PostgreSqlSchema live, string declared)
    {
        using var wanted = Schema(declared);
        return await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token)),
            execute: true, Anything, Token);
    }

    private async Task<Diagnostic> Refused(PostgreSqlSchema live, string declared, bool plans = false)
    {
        using var wanted = Schema(declared);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        if (plans) await Engine.PlanAsync(live.Tenant, target, new(), Token);
        return (await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, target, execute: true, Anything, Token))).Diagnostics[0];
    }

    private static string Routines(PostgreSqlSchema live) =>
        live.Query("select proname || '(' || oidvectortypes(proargtypes) || ')' from pg_proc where pronamespace = "
            + "current_schema()::regnamespace order by 1");
}
