namespace SchemaSync.Cli.Tests;

/// <summary>Damaged ledgers, edited plans and damaged files, as a person meets them:
/// one sentence, its code, and a command that works.</summary>
public sealed class StoredTests : IDisposable
{
    private readonly Tool _tool = new();
    private readonly string _target;

    public StoredTests()
    {
        _tool.With("SCHEMASYNC_CONNECTION", "Data Source=shop.db");
        _target = Declared.Assembly(_tool.File("app.dll"), Declared.Customers());
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_damaged_ledger_is_put_aside_with_the_command_that_its_message_names()
    {
        Sync();
        _tool.Sql("shop.db", "UPDATE __schemasync_snapshots SET json = replace(json, 'tables', 'tablez')");
        Assert.Contains("SSY0520: the ledger of shop.db cannot be read (",
            _tool.Ends(0, "validate", "--provider", "Sqlite", "--target", _target).Output, StringComparison.Ordinal);
        var build = _tool.Ends(0, "validate", "--provider", "Sqlite", "--target", _target, "--format", "msbuild");
        Assert.StartsWith("schemasync : warning SSY0520: ", build.Output, StringComparison.Ordinal);
        Assert.Contains("SSY0520", _tool.Ends(0, "plan", "--provider", "Sqlite", "--target", _target).Output, StringComparison.Ordinal);
        Assert.Contains("schemasync audit --set-aside",
            _tool.Fails(1, "SSY0518", "sync", "--provider", "Sqlite", "--target", _target, "--yes").Error, StringComparison.Ordinal);
        var audit = _tool.Ends(1, "audit", "--provider", "Sqlite");
        Assert.Contains("sync succeeded", audit.Output, StringComparison.Ordinal);
        Assert.Contains("error SSY0518", audit.Error, StringComparison.Ordinal);
        JsonSchemaCheck.Valid(Repository.ReportSchema, _tool.Ends(1, "audit", "--provider", "Sqlite", "--format", "json").Output);
        Assert.Contains("SSY0906", _tool.Ends(3, "audit", "--set-aside", "--provider", "Sqlite").Error, StringComparison.Ordinal);
        var aside = _tool.Ends(0, "audit", "--set-aside", "--provider", "Sqlite", "--yes", "--format", "json");
        JsonSchemaCheck.Valid(Repository.ReportSchema, aside.Output);
        Assert.Contains("__schemasync_ledger_steps_", aside.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was put aside", _tool.Ends(0, "audit", "--set-aside", "--provider", "Sqlite", "--yes").Output,
            StringComparison.Ordinal);
        Sync();
    }

    [Fact]
    public void A_plan_that_was_edited_and_sealed_again_is_exit_3_and_changes_nothing()
    {
        _tool.Ends(0, "plan", "--provider", "Sqlite", "--target", _target, "--output", "plan.json");
        var plan = PlanFile.Read(File.ReadAllText(_tool.File("plan.json")), "plan.json");
        File.WriteAllText(_tool.File("plan.json"),
            PlanFile.Write(plan with
            {
                Steps = [.. plan.Steps,
                    new Step { Sql = "CREATE TABLE extra (a)", Serves = "x", Subject = ObjectId.Top(ObjectKind.Table, new("extra")) }],
            }));
        var run = _tool.Fails(3, "SSY0519", "sync", "--provider", "Sqlite", "--plan", "plan.json", "--yes");
        Assert.Contains("CREATE TABLE extra (a)", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.File("shop.db")) && _tool.Sql("shop.db", "SELECT count(*) FROM sqlite_schema") != "0");
    }

    [Theory]
    [InlineData("<<<<<<< ours\n", "line 1 is the mark of a merge conflict", "SSY0208")]
    [InlineData("", "it is empty", "SSY0208")]
    [InlineData("{\"format\":\"schemasync-snapshot\",\"version\":7}", "update SchemaSync", "SSY0233")]
    public void A_committed_snapshot_that_cannot_be_read_says_why(string text, string reason, string code)
    {
        File.WriteAllText(_tool.File("s.json"), text);
        Assert.Contains(reason, _tool.Fails(1, code, "validate", "--provider", "Sqlite", "--snapshot", "s.json", "--target", _target).Error,
            StringComparison.Ordinal);
        Assert.Contains(reason, _tool.Fails(1, code, "validate", "--provider", "Sqlite", "--target", "s.json").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_cache_holds_and_nobody_can_read_is_no_error()
    {
        Sync("--cache", "cache");
        foreach (var file in Directory.GetFiles(_tool.Folder, "*.json")) File.WriteAllText(file, "{");
        Directory.CreateDirectory(_tool.File("cache"));
        foreach (var file in Directory.GetFiles(_tool.File("cache"))) File.WriteAllText(file, "{");
        Assert.Contains("is equal", _tool.Ends(0, "validate", "--provider", "Sqlite", "--target", _target, "--cache", "cache").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_cache_the_same_is_said_of_what_has_not_moved_and_what_has_is_found()
    {
        Sync();
        _tool.Sql("shop.db", "CREATE TABLE not_ours (id INT)");
        var first = Validate(0);
        Assert.Contains("is equal", first, StringComparison.Ordinal);
        Assert.Contains("Note: 1 object", first, StringComparison.Ordinal);
        Assert.Equal(first, Validate(0));
        Assert.Equal(first, Validate(0));
        _tool.Sql("shop.db", "ALTER TABLE customers RENAME TO buyers");
        Assert.Contains("customers", Validate(2), StringComparison.Ordinal);
        _tool.Sql("shop.db", "ALTER TABLE buyers RENAME TO customers");
        Assert.Contains("is equal", Validate(0), StringComparison.Ordinal);

        string Validate(int code) =>
            _tool.Ends(code, "validate", "--provider", "Sqlite", "--target", _target, "--cache", "cache").Output;
    }

    private void Sync(params string[] more) => _tool.Ends(0, ["sync", "--provider", "Sqlite", "--target", _target, "--yes", .. more]);
}
