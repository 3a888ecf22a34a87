using System.Text.RegularExpressions;

namespace SchemaSync.Adapters.Tests;

/// <summary>What docs/hazards-mysql.md says of plans as a whole, and that what it names is there.</summary>
public sealed partial class MySqlHazardTests
{
    public static TheoryData<string> Servers => MySqlServers.All;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void No_plan_blocks_by_request_or_spreads()
    {
        foreach (var file in new[] { "mysql", "mariadb" }.SelectMany(p =>
            Directory.EnumerateFiles(Path.Combine(SchemaCase.Root(), "golden", p), "*.sql", SearchOption.AllDirectories)))
        {
            var sql = File.ReadAllText(file);
            Assert.DoesNotMatch(@"LOCK=EXCLUSIVE|DROP DATABASE|DROP TABLE [^;]*CASCADE|(?m)^(DELETE|INSERT)\b", sql);
            // Rows are written where a declaration says what they get, and nowhere else.
            if (Path.GetFileName(Path.GetDirectoryName(file)) != "values") Assert.DoesNotMatch(@"(?m)^UPDATE\b", sql);
            // A column that takes the place of one of its name is made by a copy alone.
            if (sql.Contains("ALGORITHM=COPY", StringComparison.Ordinal)
                && !Regex.IsMatch(sql, @"DROP COLUMN (`\w+`),[^;]*ADD COLUMN \1 "))
                Assert.Contains("column-check", file, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_the_page_names_is_there()
    {
        var root = Path.GetFullPath(Path.Combine(SchemaCase.Root(), ".."));
        var cases = new[] { "mysql", "mariadb" }.SelectMany(SchemaCase.All).Select(c => $"{c.Kind}/{c.Name}").ToHashSet();
        var tests = string.Concat(Directory.EnumerateFiles(SchemaCase.Root(), "*Tests.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));
        var rows = File.ReadLines(Path.Combine(root, "docs", "hazards-mysql.md"))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| what", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count > 40);
        foreach (var name in rows.SelectMany(r => Quoted().Matches(r.Split(" | ")[^1]).Select(m => m.Groups[1].Value)))
            Assert.True(name.Contains('/', StringComparison.Ordinal)
                ? cases.Contains(name)
                : tests.Contains($" {name}(", StringComparison.Ordinal) || tests.Contains($"class {name}", StringComparison.Ordinal), name);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_plan_for_a_database_that_has_moved_is_refused(string name)
    {
        using var live = TestServer.Of(name).CreateDatabase().Collated().Run("CREATE TABLE t (id int PRIMARY KEY)");
        var plan = await PlanTo(live, "CREATE TABLE t (id int PRIMARY KEY, a int)");
        live.Run("ALTER TABLE t ADD COLUMN z int");
        var before = MySqlOracle.Describe(live);
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            MySqlServers.Engine.ApplyAsync(live.Tenant, plan, MySqlServers.Everything, Token));
        Assert.Equal("SSY0502", failure.Diagnostics[0].Entry.Code);
        Assert.Equal(before, MySqlOracle.Describe(live));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_plan_that_leaves_nothing_is_said_beside_its_drops(string name)
    {
        using var live = TestServer.Of(name).CreateDatabase().Collated()
            .Run("CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY KEY)");
        Assert.Equal(["SSY0402", "SSY0412"],
            (await PlanTo(live, "")).AllHazards.Select(h => h.Code).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task An_index_and_a_trigger_of_somebody_else_go_only_when_allowed(string name)
    {
        const string Ours = "CREATE TABLE t (id int PRIMARY KEY, a int, KEY k (a))";
        using var live = TestServer.Of(name).CreateDatabase().Collated();
        await MySqlServers.Engine.ApplyAsync(live.Tenant, await PlanTo(live, Ours), MySqlServers.Everything, Token);
        live.Run("CREATE INDEX theirs ON t (a, id); CREATE TRIGGER audit BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1");
        Assert.Equal(["index t.theirs", "trigger audit on t"],
            (await PlanTo(live, Ours, everything: false)).AllHazards.Where(h => h.Code == "SSY0414")
                .Select(h => h.Diagnostic.Arguments[0]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain((await PlanTo(live,
            "CREATE TABLE t (id int PRIMARY KEY, a int, KEY theirs (a, id)); CREATE TRIGGER audit BEFORE INSERT ON t FOR EACH ROW SET "
                + "NEW.a = 1", everything: false)).AllHazards, h => h.Code == "SSY0414");
    }

    private static async Task<Plan> PlanTo(TestDatabase live, string after, bool everything = true)
    {
        using var wanted = live.Server.CreateDatabase().Collated().Run(after);
        return await MySqlServers.Engine.PlanAsync(live.Tenant,
            SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token)),
            new PlanOptions(IncludeUnmanaged: everything), Token);
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
