namespace SchemaSync.Adapters.Tests;

/// <summary>
/// MySQL keeps an index on an expression as a hidden column of the type that the expression had when it was made. A column that gets
/// another type, and values that the former did not hold, needs its indexes made again, or the server refuses these values.
/// </summary>
public sealed class MySqlFunctionalIndexTests
{
    // The column before and afterwards, the parts of an index over it, and a value that only the latter holds.
    private static readonly (string Before, string After, string Parts, string Value)[] Changes =
    [
        ("a int not null", "a int null", "((a + 1))", "NULL"),
        ("a int not null", "a bigint not null", "((-a))", "5000000000"),
        ("a tinyint not null", "a smallint unsigned not null", "((a * 2))", "60000"),
        ("a decimal(5,2) not null", "a decimal(15,4) not null", "((a * 2))", "99999999999.1234"),
        ("a float", "a double", "((a / 2))", "1e200"),
        ("a varchar(5) not null", "a varchar(50) not null", "((upper(a)))", "'a text of more than five letters'"),
        ("a varchar(5) not null", "a varchar(50) null", "id, ((concat(a, 'x')))", "'a text of more than five letters'"),
        ("a varchar(5) not null", "a varchar(300)", "((upper(a))), ((lower(a)))", "repeat('x', 299)"),
        ("a varchar(9) character set latin1", "a varchar(9) character set utf8mb4", "((upper(a)))", "'日本'"),
        ("a varchar(9) collate utf8mb4_general_ci", "a varchar(9) collate utf8mb4_bin", "((concat(a, a)))", "'A'"),
        ("a char(3)", "a char(30)", "((concat(a, '-', id)))", "repeat('y', 30)"),
        ("a varbinary(4)", "a varbinary(40)", "((reverse(a)))", "repeat('z', 40)"),
        ("a time", "a time(6)", "((a + interval 1 second))", "'10:00:00.123456'"),
        ("a enum('x')", "a enum('x', 'longer')", "((concat(a, '')))", "'longer'"),
        ("a int as (id + 1) virtual", "a bigint as (id + 5000000000) virtual", "((a + 1))", ""),
        ("a int not null, b varchar(3)", "a int null, b varchar(30)", "((concat(a, b)))", "NULL"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("key")]
    [InlineData("unique key")]
    public async Task An_index_on_an_expression_takes_what_its_column_takes(string kind)
    {
        using var live = TestServer.MySql97.CreateDatabase().Collated();
        using var wanted = TestServer.MySql97.CreateDatabase().Collated();
        for (var i = 0; i < Changes.Length; i++)
        {
            live.Run($"create table t{i} (id int primary key, {Changes[i].Before}, {kind} k ({Changes[i].Parts}))");
            wanted.Run($"create table t{i} (id int primary key, {Changes[i].After}, {kind} k ({Changes[i].Parts}))");
            var value = Changes[i].Before.Contains("enum", StringComparison.Ordinal) ? "'x'" : "1";
            if (Changes[i].Value.Length > 0) live.Run($"insert into t{i} (id, a) values (1, {value})");
        }

        var before = MySqlStates.Describe(live);
        var end = await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token);
        await MySqlServers.Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(end), execute: true, MySqlServers.Everything, Token);
        Assert.Equal(MySqlStates.Describe(wanted), MySqlStates.Describe(live));
        for (var i = 0; i < Changes.Length; i++)
        {
            if (Changes[i].Value.Length > 0) live.Run($"insert into t{i} (id, a) values (2, {Changes[i].Value})");
            else live.Run($"insert into t{i} (id) values (2)");
            live.Run($"delete from t{i} where id = 2");
        }

        MySqlStates.HoldsWhatIsComputed(live, end);
        await MySqlServers.Engine.ApplyAsync(live.Tenant, await MySqlServers.Engine.PlanRevertAsync(live.Tenant, Token),
            MySqlServers.Everything, Token);
        // A collation that was said is printed with its character set, or without.
        Assert.Equal(Plain(before), Plain(MySqlStates.Describe(live)));
    }

    private static string Plain(string text) => text.Replace("CHARACTER SET utf8mb4 ", "", StringComparison.Ordinal);

    [Theory]
    [InlineData("key j ((upper(a)))")]
    [InlineData("key k ((upper(a))) invisible")]
    [InlineData("key k ((lower(a)))")]
    public async Task One_that_changes_along_is_made_again_too(string index)
    {
        using var live = TestServer.MySql97.CreateDatabase().Run("create table t (id int primary key, a varchar(5), key k ((upper(a))))");
        using var wanted = TestServer.MySql97.CreateDatabase().Run($"create table t (id int primary key, a varchar(50), {index})");
        var target = SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token));
        await MySqlServers.Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything, Token);
        Assert.Equal(MySqlStates.Describe(wanted), MySqlStates.Describe(live));
        live.Run("insert into t values (1, 'a text of more than five letters')");
    }

    [Theory]
    [InlineData("a varchar(5) not null default 'x'", "a varchar(5) not null default 'y'")]
    [InlineData("a varchar(5) not null", "a varchar(5) not null comment 'said'")]
    [InlineData("a varchar(5) not null", "a varchar(5) not null invisible default 'x'")]
    public async Task What_holds_the_same_values_leaves_its_indexes_alone(string before, string after)
    {
        using var live = TestServer.MySql97.CreateDatabase().Run($"create table t (id int primary key, {before}, key k ((upper(a))))");
        using var wanted = TestServer.MySql97.CreateDatabase().Run($"create table t (id int primary key, {after}, key k ((upper(a))))");
        var plan = await MySqlServers.Engine.PlanAsync(live.Tenant,
            SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token)), new(IncludeUnmanaged: true), Token);
        Assert.DoesNotContain("INDEX", Assert.Single(plan.Steps).Sql, StringComparison.Ordinal);
    }
}
