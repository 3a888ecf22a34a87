namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Texts that the server prints in other words once what it printed is made again. They are two things only where they still differ then,
/// whoever wrote them and wherever they come from.
/// </summary>
public sealed class FixedPointTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private const string Tables = "create table k(id int primary key, n text); create table beside(a int);";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ExecutionOptions Anything { get; } = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    // One server for each text, all of them for what is put together.
    public static TheoryData<string, string> Holders
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var holder in UnsettledTexts.Holders()) data.Add(TestServer.PostgreSql15.ToString(), holder);
            return data;
        }
    }

    public static TheoryData<string, int> Seeds
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var server in (TestServer[])[TestServer.PostgreSql13, TestServer.PostgreSql15, TestServer.PostgreSql18])
                for (var seed = 1; seed <= 2; seed++) data.Add(server.ToString(), seed);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public Task Each_is_made_from_a_snapshot_and_equal_to_what_a_person_made(string server, string holder) => MakeAsync(server, holder);

    [Theory]
    [MemberData(nameof(Holders))]
    public Task Each_stands_where_a_person_made_it_while_runs_come_and_go(string server, string holder) => StandAsync(server, holder);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_a_generator_makes_of_them_does_both(string server, int seed)
    {
        var texts = UnsettledTexts.Many(seed, atomic: !server.EndsWith("13", StringComparison.Ordinal));
        await MakeAsync(server, texts);
        await StandAsync(server, texts);
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public async Task One_that_goes_comes_back_as_it_was(string server, string holder)
    {
        using var live = TestServer.Of(server).CreateDatabase().Run($"{Tables} {holder}");
        using var bare = TestServer.Of(server).CreateDatabase().Run(Tables);
        var start = await Engine.SnapshotAsync(live.Tenant, Token);
        await BecomesAsync(live, await TargetAsync(bare), includeUnmanaged: true);
        await RevertAsync(live);
        Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(start), Token)).IsEqual);
    }

    [Fact]
    public async Task What_still_differs_is_another_thing()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase()
            .Run($"{Tables} create view v as select id from k where exists (select 'x')");
        using var other = TestServer.PostgreSql15.CreateDatabase()
            .Run($"{Tables} create view v as select id from k where exists (select 'y')");
        var target = await TargetAsync(other);
        var validation = await Engine.ValidateAsync(live.Tenant, target, Token);
        Assert.Equal("alter view v", Assert.Single(validation.Diff.Changes).ToString());
        await BecomesAsync(live, target);
        await RevertAsync(live);
        Assert.Contains("'x'", live.Query("select pg_get_viewdef('v'::regclass)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_cannot_be_made_again_does_not_keep_the_others_from_being_compared()
    {
        const string Broken =
            "create aggregate all_of(int) (sfunc = int4pl, stype = int); create "
                + "view sums as select all_of(id) as s from k where exists (select 'x');";
        using var live = TestServer.PostgreSql15.CreateDatabase()
            .Run($"{Tables} {Broken} create view v as select id from k where exists (select 'x')");
        using var wanted = TestServer.PostgreSql15.CreateDatabase()
            .Run($"{Tables} {Broken} create view v as select id from k where exists (select 'x'::text as text)");
        wanted.Run("create or replace view sums as select all_of(id) as s from k where exists (select 'x'::text as text)");
        var changes = (await Engine.ValidateAsync(live.Tenant, await TargetAsync(wanted), Token)).Diff.Changes;
        Assert.Equal("alter view sums", Assert.Single(changes).ToString());
    }

    [Fact]
    public async Task Without_a_scratch_database_they_are_compared_as_they_are_and_that_is_said()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase()
            .Run($"{Tables} create view v as select id from k where exists (select 'x')");
        using var wanted = TestServer.PostgreSql15.CreateDatabase()
            .Run($"{Tables} create view v as select id from k where exists (select 'x'::text as text)");
        var role = $"r_{Guid.NewGuid():n}";
        live.Run($"create role {role} login password 'p'; revoke create on database {live.Name} from public");
        var reader = live.Tenant with { ConnectionString = $"{live.ConnectionString};Username={role};Password=p" };
        var validation = await Engine.ValidateAsync(reader, await TargetAsync(wanted), Token);
        live.Run($"drop owned by {role}; drop role {role}");
        Assert.False(validation.IsEqual);
        Assert.Contains("SSY0526", validation.Diagnostics.Select(d => d.Entry.Code));
    }

    private static async Task MakeAsync(string server, string holder)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var wanted = TestServer.Of(server).CreateDatabase().Run($"{Tables} {holder}");
        var written = await TargetAsync(wanted);
        await BecomesAsync(live, written);
        // What a run of ours made is printed in settled words, what a person made may not be: both ways they are equal.
        Assert.True((await Engine.ValidateAsync(wanted.Tenant, await TargetAsync(live), Token)).IsEqual);
        Assert.True((await Engine.PlanAsync(live.Tenant, written, new(), Token)).IsEmpty);
        await RevertAsync(live);
        Assert.Empty((await Engine.SnapshotAsync(live.Tenant, Token)).Objects);
    }

    private static async Task StandAsync(string server, string holder)
    {
        using var live = TestServer.Of(server).CreateDatabase().Run($"{Tables} {holder}");
        using var settled = TestServer.Of(server).CreateDatabase();
        await BecomesAsync(settled, await TargetAsync(live));
        var start = await Engine.SnapshotAsync(live.Tenant, Token);
        settled.Run("alter table beside add b int not null default 1; alter table k add more int");
        await BecomesAsync(live, await TargetAsync(settled));
        settled.Run("create index by_b on beside (b)");
        await BecomesAsync(live, await TargetAsync(settled));
        await RevertAsync(live);
        await RevertAsync(live);
        Assert.Equal(start.Fingerprint, (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
    }

    private static async Task<SchemaTarget> TargetAsync(TestDatabase database) =>
        SchemaTarget.Of(await Engine.SnapshotAsync(database.Tenant, Token));

    private static async Task BecomesAsync(TestDatabase live, SchemaTarget target, bool includeUnmanaged = false)
    {
        var options = Anything with { IncludeUnmanaged = includeUnmanaged };
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, options, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
    }

    private static async Task RevertAsync(TestDatabase live) =>
        Assert.Equal(Outcome.Done,
            (await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Anything, Token)).Outcome);
}

/// <summary>Makes texts that PostgreSQL prints in other words once it has read its own, in whatever may hold them.</summary>
internal static class UnsettledTexts
{
    private static readonly string[] Conditions =
    [
        "exists (select 'x' from k b where b.id = a.id + 1)", "exists (select null from k b where b.id = a.id + 1)", "a.id in (select -1)",
        "'x' = any (array(select 'x' from k))", "exists (select 'x', null, -1)", "a.n in (select 'x' union all select 'y')",
        "exists (select 1 from (values (1)) q(w) where w = a.id)",
    ];

    /// <summary>Each condition in a view, and the first in every other holder.</summary>
    public static IEnumerable<string> Holders()
    {
        foreach (var condition in Conditions) yield return View("v", condition);
        yield return "create view v(a, b) as values (1, 2)";
        for (var kind = 1; kind < 5; kind++) yield return Holder(kind, "h", Conditions[0]);
    }

    /// <summary>Several holders, each with conditions that are put together.</summary>
    public static string Many(int seed, bool atomic)
    {
        var random = new Random(seed);
        var made = Enumerable.Range(0, 4).Select(n => Holder(random.Next(atomic ? 5 : 3), $"h{n}", Condition(random, 2)));
        return string.Join(";\n", made);
    }

    private static string Condition(Random random, int depth) => depth == 0 || random.Next(3) == 0
        ? Conditions[random.Next(Conditions.Length)]
        : $"({(random.Next(3) == 0 ? "not " : "")}{Condition(random, depth - 1)} {(random.Next(2) == 0 ? "and" : "or")} "
            + $"{Condition(random, depth - 1)})";

    private static string Holder(int kind, string name, string condition) => kind switch
    {
        0 => View(name, condition),
        1 => $"create materialized view {name} as select a.id from k a where {condition}",
        2 => $"create policy {name} on k using (exists (select 1 from k a where {condition}))",
        // The driver ends a statement at every semicolon.
        3 => $"do $do$ begin execute $f$create function {name}() returns bigint stable language sql begin atomic select count(*) from "
            + $"k a where {condition}; end$f$; end $do$",
        _ => $"create function {name}() returns bigint stable language sql return (select count(*) from k a where {condition})",
    };

    private static string View(string name, string condition) => $"create view {name} as select a.id, 'x' as x from k a where {condition}";
}
