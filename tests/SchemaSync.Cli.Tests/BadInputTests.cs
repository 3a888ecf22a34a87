namespace SchemaSync.Cli.Tests;

/// <summary>What cannot be read is an error with its own code, never a pass, and never a secret.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Tool _tool = new();

    public BadInputTests() =>
        Assert.SkipUnless(Composition.Adapters.Any(a => a.Provider == ProviderNames.Sqlite), "there is no SQLite adapter yet");

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_file_that_is_no_database_is_SSY0206()
    {
        File.WriteAllText(_tool.File("shop.db"), new string('x', 5000));
        _tool.Fails(1, "SSY0206", "snapshot", "--provider", "Sqlite", "--connection", "Data Source=shop.db");
    }

    [Fact]
    public void A_missing_folder_is_SSY0205() =>
        _tool.Fails(1, "SSY0205", "snapshot", "--provider", "Sqlite", "--connection", "Data Source=nowhere/shop.db");

    [Theory]
    [InlineData("snapshot", "--connection", "Data Source=shpo.db")]
    [InlineData("diff", "--from", "Data Source=shpo.db", "--to", "Data Source=shpo.db")]
    [InlineData("plan", "--connection", "Data Source=shop.db", "--target", "Data Source=shpo.db")]
    public void A_mistyped_file_is_not_read_as_an_empty_one(params string[] arguments) =>
        Assert.Contains("there is no such file", _tool.Fails(1, "SSY0205", [.. arguments, "--provider", "Sqlite"]).Error,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Data Source=:memory:", "a database in memory is gone")]
    [InlineData("Data Source=shop;Mode=Memory", "a database in memory is gone")]
    [InlineData("Data Source=|DataDirectory|shop.db", "only the application knows its DataDirectory")]
    public void A_database_that_would_be_gone_at_once_is_SSY0205(string connection, string sentence)
    {
        _tool.Sql("wanted.db", "CREATE TABLE t (a)");
        Assert.Contains(sentence,
            _tool.Fails(1, "SSY0205", "sync", "--provider", "Sqlite", "--connection", connection, "--target", "Data Source=wanted.db",
                "--yes").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void No_connection_is_SSY0903() => _tool.Fails(1, "SSY0903", "snapshot", "--provider", "Sqlite");

    [Fact]
    public void An_empty_variable_is_SSY0903() =>
        Assert.Contains("SHOP", _tool.Fails(1, "SSY0903", "snapshot", "--provider", "Sqlite", "--connection-variable", "SHOP").Error,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    public void A_damaged_snapshot_is_SSY0208(string text)
    {
        File.WriteAllText(_tool.File("s.json"), text);
        _tool.Fails(1, "SSY0208", "validate", "--provider", "Sqlite", "--connection", "Data Source=shop.db", "--target", "s.json");
    }

    [Fact]
    public void A_missing_snapshot_is_SSY0208() =>
        _tool.Fails(1, "SSY0208", "validate", "--provider", "Sqlite", "--connection", "Data Source=shop.db", "--target", "s.json");

    [Fact]
    public void An_assembly_without_a_manifest_is_SSY0209() =>
        _tool.Fails(1, "SSY0209", "accept", "--provider", "Sqlite", "--target", Declared.Write(_tool.File("app.dll")));

    [Fact]
    public void A_missing_assembly_is_SSY0209() => _tool.Fails(1, "SSY0209", "accept", "--provider", "Sqlite", "--target", "app.dll");

    [Fact]
    public void A_bare_file_is_no_source() =>
        _tool.Fails(1, "SSY0905", "diff", "--provider", "Sqlite", "--from", "shop.db", "--to", "shop.db");

    [Fact]
    public void A_damaged_plan_is_SSY0511()
    {
        File.WriteAllText(_tool.File("plan.json"), "{}");
        _tool.Fails(1, "SSY0511", "sync", "--provider", "Sqlite", "--connection", "Data Source=shop.db", "--plan", "plan.json", "--yes");
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_SSY0910()
    {
        Directory.CreateDirectory(_tool.File("taken"));
        _tool.Fails(1, "SSY0910", "accept", "--provider", "Sqlite", "--target",
            Declared.Assembly(_tool.File("app.dll"), Declared.Customers()), "--output", "taken");
    }

    [Theory]
    [InlineData(true, "snapshot")]
    [InlineData(false, "snapshot")]
    [InlineData(false, "audit", "--verbose")]
    [InlineData(true, "sync", "--yes", "--target", "app.dll", "--verbose")]
    [InlineData(false, "validate", "--target", "app.dll", "--format", "json")]
    [InlineData(false, "validate", "--target", "app.dll", "--format", "msbuild")]
    public void No_output_holds_the_password(bool byVariable, params string[] arguments)
    {
        const string Connection = "Data Source=shop.db;Password=hunter22";
        Declared.Assembly(_tool.File("app.dll"), Declared.Customers());
        if (byVariable) _tool.With("SHOP", Connection);
        var run = _tool.Run([.. arguments, "--provider", "Sqlite",
            .. byVariable ? ["--connection-variable", "SHOP"] : new[] { "--connection", Connection }]);
        Assert.DoesNotContain("hunter22", run.All, StringComparison.Ordinal);
    }
}
