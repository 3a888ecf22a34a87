namespace SchemaSync.Cli.Tests;

/// <summary>Each verb on a real SQLite file.</summary>
public sealed class DatabaseTests : IDisposable
{
    private static readonly System.Text.Json.JsonSerializerOptions Plainly =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Tool _tool = new();
    private readonly string _target;

    public DatabaseTests()
    {
        Assert.SkipUnless(Composition.Adapters.Any(a => a.Provider == ProviderNames.Sqlite), "there is no SQLite adapter yet");
        _target = Declared.Assembly(_tool.File("app.dll"), Declared.Customers());
        _tool.With("SCHEMASYNC_CONNECTION", "Data Source=shop.db");
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Sync_creates_validate_passes_and_a_second_sync_has_nothing_to_do()
    {
        Assert.Contains("applied", Sync().Output, StringComparison.Ordinal);
        Assert.Contains("is equal", _tool.Ends(0, "validate", "--provider", "sqlite", "--target", _target).Output,
            StringComparison.Ordinal);
        Assert.Contains("nothing to do", Sync().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_for_large_tables_is_refused_where_there_is_none_for_the_provider()
    {
        Assert.Contains("there is no such program for Sqlite",
            _tool.Fails(3, "SSY0512", "sync", "--provider", "Sqlite", "--target", _target, "--yes", "--online-change",
                "tool {table} {alter}").Error, StringComparison.Ordinal);
        Assert.Contains("applied", Sync().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_exit_2_at_its_line()
    {
        Sync();
        AddPhone();
        Assert.Contains("phone", _tool.Ends(2, "validate", "--provider", "Sqlite", "--target", _target).Output, StringComparison.Ordinal);
        var build = _tool.Ends(2, "validate", "--provider", "Sqlite", "--target", _target,
            "--format", "msbuild", "--project-directory", _tool.Folder);
        Assert.StartsWith($"{_tool.File("Models/Customer.cs")}(7,19,7,24): error SSY1001: ", build.Output, StringComparison.Ordinal);
        Assert.Single(build.Output.Trim().Split('\n'));
    }

    [Fact]
    public void The_build_hears_nothing_when_all_is_well_and_the_changes_when_some_were_applied()
    {
        var applied = _tool.Ends(0, "sync", "--provider", "Sqlite", "--target", _target, "--yes", "--format", "msbuild");
        Assert.Equal(["SchemaSync: add table customers", "SchemaSync: applied 1 change to shop.db"], applied.Output.Trim().Split('\n'));
        Assert.Equal("", _tool.Ends(0, "validate", "--provider", "Sqlite", "--target", _target, "--format", "msbuild").All);
        Assert.Equal("", _tool.Ends(0, "sync", "--provider", "Sqlite", "--target", _target, "--yes", "--format", "msbuild").All);
    }

    [Fact]
    public void Sync_without_yes_and_without_a_terminal_is_refused()
    {
        var run = _tool.Ends(3, "sync", "--provider", "Sqlite", "--target", _target);
        Assert.Contains("SSY0906", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.File("shop.db")));
    }

    [Fact]
    public void Losing_data_is_refused_until_its_code_is_allowed()
    {
        AddPhone();
        Sync();
        Declared.Assembly(_target, Declared.Customers());
        Assert.Contains("SSY0402", _tool.Ends(3, "sync", "--provider", "Sqlite", "--target", _target, "--yes").Error,
            StringComparison.Ordinal);
        Sync("--allow", "SSY0402");
    }

    [Fact]
    public void A_saved_plan_is_applied_exactly_or_refused()
    {
        _tool.Ends(0, "plan", "--provider", "Sqlite", "--target", _target, "--output", "plan.json");
        Assert.Contains("applied", _tool.Ends(0, "sync", "--provider", "Sqlite", "--plan", "plan.json", "--yes").Output,
            StringComparison.Ordinal);
        AddPhone();
        Sync();
        Assert.Contains("SSY0502", _tool.Ends(3, "sync", "--provider", "Sqlite", "--plan", "plan.json", "--yes").Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customers.phone", "needs a column, = and SQL")]
    [InlineData("=1", "needs a column, = and SQL")]
    [InlineData("customers.fax=1", "customers.fax is no column of the state that is brought back")]
    public void Values_of_a_revert_are_for_columns_that_are_there(string value, string fault)
    {
        Sync();
        AddPhone();
        Sync();
        var error = _tool.Ends(1, "revert", "--provider", "Sqlite", "--yes", "--allow", "SSY0402", "--backfill", value).Error;
        Assert.Contains("SSY0901", error, StringComparison.Ordinal);
        Assert.Contains(fault, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Revert_goes_back_and_the_ledger_tells_both()
    {
        Sync();
        AddPhone();
        Sync();
        _tool.Ends(0, "revert", "--provider", "Sqlite", "--yes", "--allow", "SSY0402");
        Declared.Assembly(_target, Declared.Customers());
        _tool.Ends(0, "validate", "--provider", "Sqlite", "--target", _target);
        Assert.Contains("revert succeeded", _tool.Ends(0, "audit", "--provider", "Sqlite").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Script_prints_SQL_with_what_it_needs_and_writes_nothing()
    {
        var script = _tool.Ends(0, "script", "--provider", "Sqlite", "--target", _target).Output;
        Assert.Contains("CREATE TABLE", script, StringComparison.Ordinal);
        Assert.Contains("-- For the database shop.db, and no other", script, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.File("shop.db")));
    }

    [Fact]
    public void A_snapshot_is_a_source_like_any_other()
    {
        Sync();
        _tool.Ends(0, "snapshot", "--provider", "Sqlite", "--output", "out/shop.json");
        _tool.Ends(0, "validate", "--provider", "Sqlite", "--target", "out/shop.json");
        _tool.Ends(0, "diff", "--provider", "Sqlite", "--from", "out/shop.json", "--to", "Data Source=shop.db");
        AddPhone();
        Assert.Contains("add column customers.phone",
            _tool.Ends(2, "diff", "--provider", "Sqlite", "--from", "out/shop.json", "--to", _target).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Accept_needs_no_database_and_validate_compares_offline()
    {
        _tool.With("SCHEMASYNC_CONNECTION", "");
        _tool.Ends(0, "accept", "--provider", "Sqlite", "--target", _target);
        string[] validate = ["validate", "--provider", "Sqlite", "--snapshot", "schema/sqlite.snapshot.json", "--target", _target,
            "--format", "msbuild", "--project-directory", _tool.Folder];
        Assert.Equal("", _tool.Ends(0, validate).All);
        AddPhone();
        Assert.Contains("error SSY1001", _tool.Ends(2, validate).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_says_why_an_object_differs()
    {
        Sync();
        AddPhone();
        Assert.Contains("target:", _tool.Ends(2, "explain", "customers.phone", "--provider", "Sqlite", "--target", _target).Output,
            StringComparison.Ordinal);
        Assert.Contains("equal on both sides",
            _tool.Ends(0, "explain", "customers.email", "--provider", "Sqlite", "--target", _target).Output, StringComparison.Ordinal);
        Assert.Contains("SSY0908", _tool.Ends(1, "explain", "nobody", "--provider", "Sqlite", "--target", _target).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_a_point_is_written_and_taken_in_quotes_everywhere()
    {
        var table = Declared.Customers() with { Name = new("a.b") };
        var target = Declared.Assembly(_tool.File("point.dll"), table);
        _tool.Ends(0, "sync", "--provider", "Sqlite", "--target", target, "--yes");
        Declared.Assembly(target, table with { Columns = [.. table.Columns, Declared.Column("c.d", LogicalType.String, nullable: true)] });
        const string Written = "\"a.b\".\"c.d\"";
        string Say(int exit, params string[] arguments) => _tool.Ends(exit, [.. arguments, "--provider", "Sqlite", "--target", target]).All;

        foreach (var name in new[] { Written, "column " + Written, "\"a.b\"" })
            Assert.StartsWith($"add column {Written}\n", Say(2, "explain", name), StringComparison.Ordinal);
        Assert.Contains("is equal", Say(0, "explain", "\"a.b\".\"email\""), StringComparison.Ordinal);
        Assert.Contains("SSY0908", Say(1, "explain", "a.b"), StringComparison.Ordinal);
        Assert.Contains($"add column {Written}", Say(0, "plan"), StringComparison.Ordinal);
        Assert.Contains($"column {Written} ", Say(2, "validate"), StringComparison.Ordinal);
        Assert.Contains($"column {Written} ", Say(2, "validate", "--format", "msbuild"), StringComparison.Ordinal);
        Assert.Contains(System.Text.Json.JsonSerializer.Serialize(Written, Plainly),
            Say(2, "validate", "--format", "json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_JSON_document_fits_the_schema()
    {
        string[][] runs =
        [
            ["validate", "--target", _target], ["plan", "--target", _target],
            ["sync", "--target", _target, "--yes"], ["validate", "--target", _target],
            ["audit"], ["snapshot", "--output", "s.json"], ["diff", "--from", "s.json", "--to", _target],
            ["tenants", "--tenants", "*.db", "--target", _target],
        ];
        foreach (var run in runs)
            JsonSchemaCheck.Valid(Repository.ReportSchema, _tool.Run([.. run, "--provider", "Sqlite", "--format", "json"]).Output);
        Declared.Assembly(_target);
    }

    [Fact]
    public void A_pipe_gets_no_escape_codes_and_long_lines_stay_whole()
    {
        var run = _tool.Ends(0, "plan", "--provider", "Sqlite", "--target", _target);
        Assert.DoesNotContain('\u001b', run.All);
        Assert.Contains("CREATE TABLE", run.Output, StringComparison.Ordinal);
    }

    private ToolRun Sync(params string[] more) => _tool.Ends(0, ["sync", "--provider", "Sqlite", "--target", _target, "--yes", .. more]);

    private void AddPhone() => Declared.Assembly(_target, Declared.Customers(Declared.Column("phone", LogicalType.String, nullable: true)));
}
