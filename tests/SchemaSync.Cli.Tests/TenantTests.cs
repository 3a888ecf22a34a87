namespace SchemaSync.Cli.Tests;

/// <summary>Many databases in one run.</summary>
public sealed class TenantTests : IDisposable
{
    private readonly Tool _tool = new();
    private readonly string _target;

    public TenantTests()
    {
        Assert.SkipUnless(Composition.Adapters.Any(a => a.Provider == ProviderNames.Sqlite), "there is no SQLite adapter yet");
        _target = Declared.Assembly(_tool.File("app.dll"), Declared.Customers());
        Directory.CreateDirectory(_tool.File("tenants"));
        foreach (var name in new[] { "acme", "blue", "corp" }) File.WriteAllBytes(_tool.File($"tenants/{name}.db"), []);
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void All_tenants_of_a_pattern_are_brought_to_the_target()
    {
        Assert.Contains("3 differs", Run(2, "validate").Output, StringComparison.Ordinal);
        Assert.Contains("3 done", Run(0, "sync", "--yes", "--parallel", "2", "--canary", "blue").Output, StringComparison.Ordinal);
        Assert.Contains("3 equal", Run(0, "validate").Output, StringComparison.Ordinal);
        Assert.Contains("3 tenants in 1 state", Run(0, "tenants").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tenant_that_fails_is_exit_4_and_stops_the_rest()
    {
        File.WriteAllText(_tool.File("tenants/acme.db"), new string('x', 5000));
        var run = Run(4, "sync", "--yes", "--canary", "acme");
        Assert.Contains("acme: failed", run.Output, StringComparison.Ordinal);
        Assert.Contains("SSY0206", run.Output, StringComparison.Ordinal);
        Assert.Contains("SSY0911: 1 of 3 tenants failed and 2 were not started", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 done", Run(4, "sync", "--yes", "--stop-after", "0").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_names_tenants()
    {
        File.WriteAllText(_tool.File("list.txt"), "# ours\nacme\ncorp\n");
        var run = _tool.Ends(0, "sync", "--provider", "Sqlite", "--target", _target, "--tenants", "@list.txt", "--connection",
            "Data Source=tenants/{tenant}.db", "--yes");
        Assert.Contains("2 done", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_and_a_file_of_rows_name_tenants_with_their_places()
    {
        _tool.Sql("catalog.db", "CREATE TABLE c (name, file); INSERT INTO c VALUES ('one', 'tenants/acme.db')");
        File.WriteAllText(_tool.File("ask.sql"), "SELECT name AS id, file AS database FROM c");
        File.WriteAllText(_tool.File("list.json"), """[ { "id": "two", "database": "tenants/corp.db" } ]""");
        foreach (var (tenants, id) in new[] { ("@ask.sql", "one"), ("@list.json", "two") })
        {
            var run = _tool.Ends(0, "sync", "--provider", "Sqlite", "--target", _target, "--tenants", tenants,
                "--tenants-connection", "Data Source=catalog.db", "--yes");
            Assert.Contains(id, run.Output, StringComparison.Ordinal);
            Assert.Contains("1 done", run.Output, StringComparison.Ordinal);
        }

        var asked = _tool.Ends(2, "validate", "--provider", "Sqlite", "--target", _target, "--tenants-query",
            "SELECT 'three' AS id, 'tenants/blue.db' AS database", "--tenants-connection", "Data Source=catalog.db");
        Assert.Contains("three: differs", asked.Output, StringComparison.Ordinal);
        var both = _tool.Ends(1, "tenants", "--provider", "Sqlite", "--tenants", "tenants/*.db", "--tenants-query", "x");
        Assert.Contains("SSY0901", both.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tenants_are_not_changed_without_yes_but_their_plans_are_shown()
    {
        var run = Run(3, "sync");
        Assert.Contains("SSY0906", run.Error, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("done", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_canary_is_SSY0909() =>
        Assert.Contains("SSY0909", Run(1, "sync", "--yes", "--canary", "nobody").Error, StringComparison.Ordinal);

    private ToolRun Run(int exitCode, string verb, params string[] more) =>
        _tool.Ends(exitCode, [verb, "--provider", "Sqlite", "--target", _target, "--tenants", "tenants/*.db", .. more]);
}
