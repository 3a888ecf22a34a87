namespace SchemaSync.Adapters.Tests;

using static FillScene;

/// <summary>A column gets another type, and its values become what is declared.</summary>
public sealed class UsingTests
{
    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task Values_become_what_is_declared(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase()
            .Run("CREATE TABLE t (id int PRIMARY KEY, v varchar(20) NOT NULL, w "
                + "varchar(20)); INSERT INTO t VALUES (1, 'EUR 5', 'x'), (2, 'EUR 70', NULL)");
        var target = await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, v int NOT NULL, w int)",
            Using("t", "v", "CAST(substring(v, 5) AS decimal(9, 0))"), Using("t", "w", "char_length(w)"));
        var refusal = await RefusedAsync(live, target, "SSY0506");
        Assert.Contains("SSY0402", refusal.Message, StringComparison.Ordinal);
        await DoneAsync(live, target, Anything);
        Assert.Equal("1|5|1;2|70|NULL", live.Query("SELECT id, v, w FROM t ORDER BY id"));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task Indexes_and_rules_of_the_column_stay(string name)
    {
        var server = TestServer.Of(name);
        const string Before =
            "CREATE TABLE t (id int PRIMARY KEY, v varchar(20) NOT NULL, w int, CONSTRAINT u UNIQUE (v)); CREATE INDEX i ON t (w, v)";
        const string After =
            "CREATE TABLE t (id int PRIMARY KEY, v int NOT NULL, w int, CONSTRAINT u UNIQUE (v)); CREATE INDEX i ON t (w, v)";
        using var live = server.CreateDatabase().Run($"{Before}; INSERT INTO t VALUES (1, 'a1', 1), (2, 'a2', 2)");
        await DoneAsync(live, await WantedAsync(server, After, Using("t", "v", "CAST(substring(v, 2) AS decimal(9, 0))")), Anything);
        Assert.Equal("1|1|1;2|2|2", live.Query("SELECT id, v, w FROM t ORDER BY id"));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task A_value_that_becomes_none_stops_it_before_the_first_step(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase()
            .Run("CREATE TABLE t (id int PRIMARY KEY, v varchar(20) NOT NULL); INSERT INTO t VALUES (1, '5'), (2, '')");
        var target = await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, v int NOT NULL)",
            Using("t", "v", "CAST(nullif(v, '') AS decimal(9, 0))"));
        var refusal = await RefusedAsync(live, target, "SSY0503", Anything);
        Assert.Contains("Using of column t.v gives no", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("1|5;2|", live.Query("SELECT id, v FROM t ORDER BY id"));
        await DoneAsync(live, With(target, Using("t", "v", "CAST(coalesce(nullif(v, ''), '0') AS decimal(9, 0))")), Anything);
        Assert.Equal("1|5;2|0", live.Query("SELECT id, v FROM t ORDER BY id"));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task What_it_reads_goes_only_after_it_and_names_are_the_declared_ones(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase()
            .Run("CREATE TABLE t (id int PRIMARY KEY, v varchar(20), old int); INSERT INTO t VALUES (1, 'a', 5), (2, 'bb', 6)");
        var target = await WantedAsync(server, "CREATE TABLE u (id int PRIMARY KEY, w int)", Renamed("u", null, "t"),
            Renamed("u", "w", "v"), Using("u", "w", "char_length(w) + u.old"));
        await DoneAsync(live, target, Anything);
        Assert.Equal("1|6;2|8", live.Query("SELECT id, w FROM u ORDER BY id"));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task Of_several_the_one_that_is_refused_is_named(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run("CREATE TABLE t (id int PRIMARY KEY, v varchar(20), w varchar(20))");
        var target = await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, v int, w int)",
            Using("t", "v", "char_length(v)"), Using("t", "w", "char_length(wv)"));
        var refusal = await RefusedAsync(live, target, "SSY0522", Anything);
        Assert.Contains("refuses Using of column t.w:", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("column t.w", $"{refusal.Diagnostics[0].Subject}");
    }

    // Seed 40156 of the pairs.
    [Fact]
    public async Task What_has_no_way_beside_one_that_is_declared_is_named_alone()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase()
            .Run("CREATE TABLE t (id int PRIMARY KEY, a uuid, b text, c int); INSERT INTO t VALUES (1, gen_random_uuid(), 'x', 1)");
        var target = await WantedAsync(TestServer.PostgreSql15, "CREATE TABLE t (id int PRIMARY KEY, a int4range, b varchar(20), c bigint)",
            Using("t", "b", "substring(b, 1, 20)"));
        var refusal = await RefusedAsync(live, target, "SSY0305", Anything);
        Assert.Contains("alter column t.a", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("column t.a", $"{refusal.Diagnostics[0].Subject}");
        await DoneAsync(live, With(target, Using("t", "b", "substring(b, 1, 20)"), Using("t", "a", "int4range(1, c)")), Anything);
        Assert.Equal("empty|x|1", live.Query("SELECT a, b, c FROM t"));
    }

    [Fact]
    public async Task Where_the_server_knows_no_way_the_refusal_names_the_attribute()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase()
            .Run("CREATE TABLE t (id int PRIMARY KEY, v boolean); INSERT INTO t VALUES (1, true)");
        var target = await WantedAsync(TestServer.PostgreSql15, "CREATE TABLE t (id int PRIMARY KEY, v date)");
        var refusal = await RefusedAsync(live, target, "SSY0305", Anything);
        Assert.Contains("[Column(Using = \"…\")]", refusal.Message, StringComparison.Ordinal);
        await DoneAsync(live, With(target, Using("t", "v", "CASE WHEN v THEN date '2020-01-01' END")), Anything);
        Assert.Equal("1", live.Query("SELECT count(*) FROM t WHERE v = date '2020-01-01'"));
        await RefusedAsync(live,
            await WantedAsync(TestServer.PostgreSql15, "CREATE TABLE t (id int PRIMARY KEY, v int)", Using("t", "v", "nonsense(v)")),
            "SSY0522", Anything);
    }
}
