namespace SchemaSync.Cli.Tests;

/// <summary>No answer without a look: what is not there is an error, what was not
/// looked at is said, and what will be run is shown.</summary>
public sealed class LookTests : IDisposable
{
    private readonly Tool _tool = new();
    private readonly string _target;

    public LookTests()
    {
        _target = Declared.Assembly(_tool.File("app.dll"), Declared.Customers());
        Directory.CreateDirectory(_tool.File("tenants"));
        foreach (var name in new[] { "acme", "blue" }) File.WriteAllBytes(_tool.File($"tenants/{name}.db"), []);
    }

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("audit")]
    [InlineData("snapshot")]
    [InlineData("revert")]
    public void A_file_that_is_not_there_is_an_error_that_lists_what_is(string verb)
    {
        _tool.Sql("shop.db", "CREATE TABLE t (a)");
        var run = _tool.Run(verb, "--provider", "Sqlite", "--connection", "Data Source=shpo.db");
        Assert.NotEqual(0, run.ExitCode);
        if (verb != "revert")
            Assert.Contains("SSY0205: cannot open shpo.db: there is no such file (there are shop.db)", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.File("shpo.db")));
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("a/../../escape")]
    [InlineData("/tmp/escape")]
    [InlineData("a\\..\\..\\escape")]
    [InlineData("a?mode=memory")]
    [InlineData("a\u001bb")]
    public void A_tenant_stays_in_its_folder(string tenant)
    {
        File.WriteAllText(_tool.File("list.txt"), tenant + "\n");
        _tool.Fails(1, "SSY0604", "sync", "--provider", "Sqlite", "--target", _target, "--tenants", "@list.txt", "--connection",
            "Data Source=tenants/{tenant}.db", "--yes");
        Assert.Equal(["acme.db", "blue.db"], Directory.GetFiles(_tool.File("tenants")).Select(Path.GetFileName).Order());
        Assert.Empty(Directory.GetFiles(_tool.Folder, "*escape*"));
    }

    [Theory]
    [InlineData("@")]
    [InlineData("@ ")]
    [InlineData("@nobody.txt")]
    [InlineData("@tenants")]
    [InlineData("nobody/*.db")]
    [InlineData(" ")]
    public void Tenants_that_are_nobody_are_SSY0601(string tenants) =>
        _tool.Fails(1, "SSY0601", "tenants", "--provider", "Sqlite", "--tenants", tenants);

    [Fact]
    public void Tenants_take_the_connection_of_the_environment()
    {
        File.WriteAllText(_tool.File("list.txt"), "acme\nblue\n");
        _tool.With("SCHEMASYNC_CONNECTION", "Data Source=tenants/{tenant}.db");
        Assert.Contains("2 tenants in 1 state: 2 read",
            _tool.Ends(0, "tenants", "--provider", "Sqlite", "--tenants", "@list.txt").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Tenants_on_a_server_need_a_connection()
    {
        File.WriteAllText(_tool.File("list.txt"), "acme\n");
        _tool.Fails(1, "SSY0903", "tenants", "--provider", "PostgreSql", "--tenants", "@list.txt");
    }

    [Theory]
    [InlineData("tenants", false)]
    [InlineData("tenants", true)]
    [InlineData("validate", true)]
    public void A_tenant_that_is_missing_is_not_read_as_empty(string verb, bool isCompared)
    {
        File.WriteAllText(_tool.File("list.txt"), "nobody\nacme\n");
        string[] target = isCompared ? ["--target", _target] : [];
        var run = _tool.Ends(4,
            [verb, "--provider", "Sqlite", "--tenants", "@list.txt", "--connection", "Data Source=tenants/{tenant}.db", .. target]);
        Assert.Contains(isCompared ? "acme: differs" : "acme: schema ", run.Output, StringComparison.Ordinal);
        Assert.Contains("nobody: failed", run.Output, StringComparison.Ordinal);
        Assert.Contains("there is no such file", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_yes_answered_stands_in_the_log()
    {
        var one = _tool.Ends(0, "sync", "--provider", "Sqlite", "--target", _target, "--connection", "Data Source=shop.db", "--yes").Output;
        Assert.Contains("CREATE TABLE", one, StringComparison.Ordinal);
        Assert.True(one.IndexOf("CREATE TABLE", StringComparison.Ordinal) < one.IndexOf("applied 1 change", StringComparison.Ordinal), one);

        // Two tenants in one state share one plan, and it is shown once.
        var fleet = _tool.Ends(0, "sync", "--provider", "Sqlite", "--target", _target, "--tenants", "tenants/*.db", "--yes").Output;
        Assert.Equal(2, fleet.Split("CREATE TABLE \"customers\"", StringSplitOptions.None).Length);
        Assert.Contains("2 done", fleet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PostgreSql", "Host=127.0.0.1;Database=x", "information_schema")]
    [InlineData("PostgreSql", "Host=127.0.0.1;Database=x", "pg_catalog")]
    [InlineData("MySql", "Server=127.0.0.1;Database=mysql", null)]
    [InlineData("MariaDb", "Server=127.0.0.1;Database=x", "sys")]
    public void What_belongs_to_the_server_is_not_managed(string provider, string connection, string? schema)
    {
        string[] more = schema is null ? [] : ["--schema", schema];
        _tool.Fails(1, "SSY0240", ["audit", "--provider", provider, "--connection", connection, .. more]);
    }

    [Fact]
    public void An_empty_schema_is_not_the_default_one() =>
        _tool.Fails(1, "SSY0901", "audit", "--provider", "PostgreSql", "--connection", "Host=127.0.0.1;Database=x", "--schema", "");

    [Fact]
    public void A_part_of_a_password_that_was_not_quoted_is_not_repeated()
    {
        var run = _tool.Fails(1, "SSY0901", "snapshot", "--provider", "PostgreSql", "--connection", "Host=h;Password=a", "secretpart");
        Assert.DoesNotContain("secretpart", run.All, StringComparison.Ordinal);
    }
}
