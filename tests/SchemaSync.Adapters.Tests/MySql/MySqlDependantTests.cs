namespace SchemaSync.Adapters.Tests;

/// <summary>
/// What names a column (a check, a computed column and what hangs on that, a default, an index on an expression) while the column goes,
/// changes its type or its kind: in one table each, all of them in one plan, there and back.
/// </summary>
public sealed class MySqlDependantTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What happens to the column that is named: its definition before and afterwards.</summary>
    private static readonly (string Before, string After)[] Fates =
    [
        ("a int", ""), ("a int", "a bigint"), ("a int", "a int not null"), ("a int", "a int as (id + 1) virtual"),
        ("a int as (id + 1) virtual", "a int"), ("a int as (id + 1) virtual", "a int as (id + 1) stored"),
        ("a int as (id + 1) stored", "a int"), ("a int as (id + 1) virtual", ""), ("a int as (id + 1) stored", ""),
        ("a int as (id + 1) stored", "a int as (id + 2) stored"),
    ];

    // What names the column, which stands as @.
    private static readonly string[] Both =
    [
        "constraint k@# check (@ <> 99 or id > 0)", "e int as (@ + 1) stored", "e int as (@ + 1) virtual",
        "e int as (@ + 1) stored, g int as (e + 1) virtual", "e int as (@ + 1) virtual, g int as (e + 1) stored",
        "e int as (@ + 1) stored, constraint k@# check (e <> 99 or id > 0)", "e int as (@ + 1) virtual, constraint k@# check (e <> 99)",
        "e int as (@ + 1) stored, key x (e), unique key y (e, id)", "e int as (@ + 1) virtual, key x (e, c)", "key x (@, c)",
        "e int as (@ + 1) virtual, g int as (e + 1) virtual, constraint k@# check (g <> 99 or c > 0)",
    ];

    private static readonly string[] OfMySql = ["key x ((@ + 1))", "unique key x ((@ + 1), id)",
        "e int as (@ + 1) virtual, key x ((e + 1))", "constraint k@# check (@ <> 99) not enforced"];

    private static readonly string[] OfMariaDb = ["e int check (@ <> 99)", "e int as (@ + 1) stored, g int check (e <> 99)"];

    // A default names no computed column.
    private static readonly string[] OfPlain = ["e int default (@ + 1)", "e int default (@ + 1), constraint k@# check (e <> 99)"];

    public static TheoryData<string> Servers => MySqlServers.All;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_names_a_column_is_planned_with_its_change(string name)
    {
        var server = TestServer.Of(name);
        var pairs = Pairs(server.Provider == ProviderNames.MariaDb).ToList();
        using var live = server.CreateDatabase().Collated();
        using var wanted = server.CreateDatabase().Collated();
        for (var i = 0; i < pairs.Count; i++)
        {
            var isPlain = pairs[i].Before.StartsWith("a int,", StringComparison.Ordinal);
            live.Run(Create(pairs[i].Before, i))
                .Run($"insert into t{i} (id, {(isPlain ? "a" : "b")}, c) values (1, 2, 3), (2, 4, 5)");
            wanted.Run(Create(pairs[i].After, i));
        }

        Assert.True(pairs.Count > 150, $"{pairs.Count}");
        var before = MySqlStates.Describe(live);
        var end = await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token);
        var start = await MySqlServers.Engine.SnapshotAsync(live.Tenant, Token);
        await MySqlServers.Engine.ApplyAsync(live.Tenant,
            await MySqlServers.Engine.PlanAsync(live.Tenant, SchemaTarget.Of(end), new(IncludeUnmanaged: true), Token),
            MySqlServers.Everything, Token);
        Assert.Equal(MySqlStates.Describe(wanted), MySqlStates.Describe(live));
        MySqlStates.HoldsWhatIsComputed(live, end);
        await MySqlServers.Engine.ApplyAsync(live.Tenant, await MySqlServers.Engine.PlanRevertAsync(live.Tenant, Token),
            MySqlServers.Everything, Token);
        Assert.Equal(before, MySqlStates.Describe(live));
        MySqlStates.HoldsWhatIsComputed(live, start);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_default_that_is_NULL_for_a_row_is_told_before_the_first_statement(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run("create table t (id int primary key, a int); insert into t values (1, 1), (2, null)");
        using var wanted = server.CreateDatabase().Run("create table s (id int); create table t (id int primary key, a int, "
            + "b int not null default (a + 1))");
        var target = SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token));
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            MySqlServers.Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything, Token));
        Assert.Equal(["SSY0503"], refusal.Diagnostics.Select(d => d.Entry.Code));
        Assert.Equal("t", live.Query("SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN "
            + "('s', 't')"));
        live.Run("update t set a = 5 where id = 2");
        await MySqlServers.Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything, Token);
        Assert.Equal("1|1|2;2|5|6", live.Query("SELECT id, a, b FROM t ORDER BY id"));
    }

    /// <summary>MySQL prints a number below zero in two ways, before and after a table was altered.</summary>
    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_check_over_a_number_below_zero_stays_equal(string name)
    {
        var server = TestServer.Of(name);
        const string Was = "create table t (id int primary key, a int, e int as (a + -9) virtual, constraint k check (a > -9))";
        using var live = server.CreateDatabase().Run(Was).Run("alter table t add x int").Run("alter table t drop x");
        using var wanted = server.CreateDatabase().Run(Was.Replace("a int", "a bigint", StringComparison.Ordinal));
        using var first = server.CreateDatabase().Run(Was);
        var start = SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(first.Tenant, Token));
        Assert.True((await MySqlServers.Engine.ValidateAsync(live.Tenant, start, Token)).IsEqual);
        var target = SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token));
        await MySqlServers.Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything, Token);
        live.Run("alter table t add x int").Run("alter table t drop x");
        Assert.True((await MySqlServers.Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        await MySqlServers.Engine.ApplyAsync(live.Tenant, await MySqlServers.Engine.PlanRevertAsync(live.Tenant, Token),
            MySqlServers.Everything, Token);
        Assert.True((await MySqlServers.Engine.ValidateAsync(live.Tenant, start, Token)).IsEqual);
    }

    private static string Create(string parts, int number) =>
        $"create table t{number} (id int not null primary key, {parts})".Replace("#", $"_{number}", StringComparison.Ordinal);

    /// <summary>Each fate of the column with each kind of what names it, which goes, stays, or names another column from then on.</summary>
    private static IEnumerable<(string Before, string After)> Pairs(bool isMariaDb)
    {
        foreach (var (before, after) in Fates)
        {
            var isPlain = before == "a int" && after is "" or "a bigint" or "a int not null";
            foreach (var user in Both.Concat(isMariaDb ? OfMariaDb : OfMySql).Concat(isPlain ? OfPlain : []))
            {
                var (first, last) = ($"{before}, b int, c int", after.Length == 0 ? "b int, c int" : $"{after}, b int, c int");
                var (named, other) = (user.Replace("@", "a", StringComparison.Ordinal),
                    user.Replace("k@", "ka", StringComparison.Ordinal).Replace("@", "b", StringComparison.Ordinal));
                if (after.Length == 0) yield return ($"{first}, {named}", last);
                yield return ($"{first}, {named}", $"{last}, {other}");
                if (after.Length > 0) yield return ($"{first}, {named}", $"{last}, {named}");
            }
        }
    }
}
