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
    public void Tenants_that_look_alike_are_told_together()
    {
        Run(0, "sync", "--yes");
        _tool.Sql("tenants/blue.db", "ALTER TABLE customers ADD COLUMN color TEXT");
        var shapes = Run(2, "tenants", "--shape").Output;
        Assert.Contains(": 2 tenants, equal to the target; acme is the first", shapes, StringComparison.Ordinal);
        Assert.Contains(": 1 tenant, which differ; blue is the first", shapes, StringComparison.Ordinal);
        Assert.Contains("SSY1002", shapes, StringComparison.Ordinal);
        string[] alone = ["tenants", "list", "--provider", "Sqlite", "--tenants", "tenants/*.db", "--shape"];
        File.WriteAllText(_tool.File("tenants/evil.db"), new string('x', 5000));
        var read = _tool.Ends(4, alone).Output;
        Assert.Contains(": 2 tenants; acme is the first", read, StringComparison.Ordinal);
        Assert.Contains("evil: failed", read, StringComparison.Ordinal);
        Assert.Contains("4 tenants in 2 states", read, StringComparison.Ordinal);
        JsonSchemaCheck.Valid(Repository.ReportSchema, _tool.Ends(4, [.. alone, "--format", "json"]).Output);
        Assert.Contains("\"equal\": true", Run(4, "tenants", "--shape", "--format", "json").Output, StringComparison.Ordinal);
        Assert.Contains("SSY0901: --shape is for 'schemasync tenants list'",
            _tool.Ends(1, "tenants", "status", "--shape", "--control", "run.db").Error, StringComparison.Ordinal);
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
    public void A_run_in_a_control_database_is_looked_at_paused_and_goes_on()
    {
        Assert.Contains("There is no run.", _tool.Ends(0, "tenants", "status", "--control", "run.db").Output, StringComparison.Ordinal);
        Assert.Contains("SSY0902", _tool.Ends(1, "tenants", "status").Error, StringComparison.Ordinal);
        File.WriteAllText(_tool.File("tenants/blue.db"), new string('x', 5000));
        var stopped = Run(4, "sync", "--yes", "--control", "run.db", "--run", "friday", "--parallel", "1", "--canaries", "1");
        Assert.Contains("blue: failed", stopped.Output, StringComparison.Ordinal);
        var status = _tool.Ends(0, "tenants", "status", "--control", "run.db").Output;
        Assert.Contains("friday: stopped (1 failed), 2 of 3 tenants ended, 0 at work", status, StringComparison.Ordinal);
        Assert.Contains("SSY0206", status, StringComparison.Ordinal);
        JsonSchemaCheck.Valid(Repository.ReportSchema,
            _tool.Ends(0, "tenants", "status", "--control", "run.db", "--format", "json").Output);
        Assert.Contains("SSY0611", _tool.Ends(1, "tenants", "pause", "--control", "run.db", "--run", "friday").Error,
            StringComparison.Ordinal);
        File.WriteAllBytes(_tool.File("tenants/blue.db"), []);
        var gone = Run(0, "sync", "--yes", "--control", "run.db", "--run", "friday");
        Assert.Contains("3 done", gone.Output, StringComparison.Ordinal);
        Assert.Contains("friday: ended, 3 of 3 tenants ended",
            _tool.Ends(0, "tenants", "status", "--control", "run.db", "--run", "friday").Output, StringComparison.Ordinal);
        var late = Run(0, "sync", "--yes", "--control", "run.db", "--run", "friday").Output;
        Assert.Contains("The run had ended before", late, StringComparison.Ordinal);
        Assert.Contains("3 done", late, StringComparison.Ordinal);
        Assert.Contains("3 equal", Run(0, "sync", "--yes", "--control", "run.db", "--run", "friday", "--again").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_shows_the_runs_and_takes_no_name_for_a_tag()
    {
        File.WriteAllText(_tool.File("tenants/<b>evil.db"), new string('x', 5000));
        Run(4, "sync", "--yes", "--control", "run.db", "--run", "friday", "--stop-after", "0");
        var before = File.ReadAllBytes(_tool.File("run.db"));
        var page = _tool.Ends(0, "tenants", "status", "--control", "run.db", "--format", "html").Output;
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("friday: ended", page, StringComparison.Ordinal);
        Assert.Contains("4 of 4 tenants ended", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;evil", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Replace("SSY0206", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_tool.File("run.db")));
        Assert.Contains("SSY0901", _tool.Ends(1, "explain", "SSY0901", "--format", "html").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tenant_is_dropped_where_it_is_named_twice()
    {
        Run(0, "sync", "--yes");
        string[] line = ["tenants", "drop", "acme", "--provider", "Sqlite", "--connection", "Data Source=tenants/{tenant}.db"];
        Assert.Contains("SSY0615", _tool.Ends(1, line).Error, StringComparison.Ordinal);
        Assert.Contains("SSY0615", _tool.Ends(1, [.. line, "--yes", "--name-again", "blue"]).Error, StringComparison.Ordinal);
        Assert.Contains("drop needs the name", _tool.Ends(1, [.. line[..2], .. line[3..]]).Error, StringComparison.Ordinal);
        Assert.Contains("does not list", _tool.Ends(1, [.. line[..2], "nobody", .. line[3..], "--tenants", "tenants/*.db"]).Error,
            StringComparison.Ordinal);
        Assert.True(File.Exists(_tool.File("tenants/acme.db")));
        Assert.Contains("is dropped", _tool.Ends(0, [.. line, "--name-again", "acme"]).Output, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(_tool.File("tenants")).Length);
        _tool.Ends(0, [.. line[..2], "blue", .. line[3..^2], "--tenants", "tenants/*.db", "--name-again", "blue", "--format", "json"]);
        Assert.Single(Directory.GetFiles(_tool.File("tenants")));
    }

    [Fact]
    public void New_tenants_are_created_where_somebody_says_yes()
    {
        File.WriteAllText(_tool.File("new.txt"), "one\ntwo\n");
        string[] line = ["tenants", "create", "--provider", "Sqlite", "--target", _target, "--tenants", "@new.txt", "--connection",
            "Data Source=tenants/{tenant}.db"];
        Assert.Contains("SSY0906", _tool.Ends(3, line).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.File("tenants/one.db")));
        Assert.Contains("2 done", _tool.Ends(0, [.. line, "--yes"]).Output, StringComparison.Ordinal);
        Assert.Contains("2 equal", _tool.Ends(0, [.. line, "--yes"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void New_tenants_begin_with_rows_and_others_do_not()
    {
        Run(0, "sync", "--yes");
        File.WriteAllText(_tool.File("new.txt"), "acme\none\n");
        File.WriteAllText(_tool.File("rows.json"), """{ "customers": [ { "email": "ada@example.org" } ] }""");
        File.WriteAllText(_tool.File("odd.json"), """{ "customers": [ { "mail": "ada@example.org" } ] }""");
        string[] line = ["tenants", "create", "--provider", "Sqlite", "--target", _target, "--tenants", "@new.txt", "--connection",
            "Data Source=tenants/{tenant}.db", "--yes", "--seed"];
        Assert.Contains("SSY0616", _tool.Ends(1, [.. line, "odd.json"]).Error, StringComparison.Ordinal);
        Assert.Contains("SSY0616", _tool.Ends(1, [.. line, "nowhere.sql"]).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.File("tenants/one.db")));
        Assert.Contains("1 equal, 1 done", _tool.Ends(0, [.. line, "rows.json"]).Output, StringComparison.Ordinal);
        _tool.Ends(0, [.. line, "rows.json"]);
        Assert.Equal((0L, 1L), (Count("acme"), Count("one")));
        Assert.Contains("SSY0901: --seed is for 'schemasync tenants create'",
            _tool.Ends(1, "tenants", "list", "--provider", "Sqlite", "--tenants", "tenants/*.db", "--seed", "rows.json").Error,
            StringComparison.Ordinal);
    }

    private long Count(string tenant)
    {
        using var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_tool.File($"tenants/{tenant}.db")};Pooling=False");
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = "SELECT count(*) FROM customers";
        return (long)command.ExecuteScalar()!;
    }

    [Fact]
    public void Workers_that_are_killed_leave_every_tenant_done_exactly_once()
    {
        const int Tenants = 30, Kills = 6;
        foreach (var file in Directory.GetFiles(_tool.File("tenants"))) File.Delete(file);
        for (var i = 0; i < Tenants; i++) File.WriteAllBytes(_tool.File($"tenants/t{i:00}.db"), []);
        string[] line = ["sync", "--provider", "Sqlite", "--target", _target, "--tenants", "tenants/*.db", "--yes", "--control", "run.db",
            "--lease", "2", "--parallel", "2", "--canaries", "1"];
        var random = new Random(20);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var worker = _tool.Start(line);
            worker.WaitForExit(random.Next(300, 1500));
            worker.Kill();
            worker.WaitForExit();
        }

        using var other = _tool.Start(line);
        Assert.Contains($"{Tenants} tenants in", _tool.Ends(0, line).Output, StringComparison.Ordinal);
        other.WaitForExit();
        Assert.Contains($"{Tenants} equal", Run(0, "validate").Output, StringComparison.Ordinal);
        for (var i = 0; i < Tenants; i++)
        {
            var done = _tool.Sql($"tenants/t{i:00}.db", "SELECT count(*) FROM __schemasync_ledger WHERE outcome = 'succeeded'");
            Assert.Equal((i, "1"), (i, done));
        }
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

    [Theory]
    [InlineData("tenants", "--stop-aftr")]
    [InlineData("tenants", "list", "acme")]
    [InlineData("tenants", "create", "--stop-aftr")]
    [InlineData("tenants", "status", "--contrl")]
    [InlineData("tenants", "drop", "--name-agin")]
    public void A_misspelled_option_is_no_name_of_a_tenant(params string[] words) =>
        Assert.Contains(words[^1], _tool.Ends(1, [.. words, "--provider", "Sqlite"]).Error.Split(';')[0], StringComparison.Ordinal);

    private ToolRun Run(int exitCode, string verb, params string[] more) =>
        _tool.Ends(exitCode, [verb, "--provider", "Sqlite", "--target", _target, "--tenants", "tenants/*.db", .. more]);
}
