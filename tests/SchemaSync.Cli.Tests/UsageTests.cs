namespace SchemaSync.Cli.Tests;

/// <summary>A wrong command line is one sentence with a code that says what to do.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("a verb is missing")]
    [InlineData("there is no verb 'synch'", "synch")]
    [InlineData("'schemasync sync' does not know '--taget'", "sync", "--taget", "x.dll")]
    [InlineData("there is no format 'xml'", "validate", "--format", "xml")]
    [InlineData("'schemasync sync --help'", "sync", "--lock-timeout", "soon")]
    [InlineData("--lock-timeout needs a number that is not less than 0, not -1", "sync", "--lock-timeout", "-1")]
    [InlineData("--parallel needs a number that is not less than 1, not 0", "sync", "--parallel", "0")]
    [InlineData("--stop-after needs a number or a share such as 5%, not -2", "sync", "--stop-after=-2")]
    [InlineData("--online-change with what to run", "sync", "--provider", "Sqlite", "--target", "app.dll", "--online-change-rows", "5")]
    [InlineData("a number that is not negative", "sync", "--provider", "Sqlite", "--target", "app.dll", "--online-change",
        "tool {table} {alter}", "--online-change-rows", "-5")]
    public void An_unknown_word_is_SSY0901(string sentence, params string[] arguments) =>
        Assert.Contains(sentence, _tool.Fails(1, "SSY0901", arguments).Error, StringComparison.Ordinal);

    [Fact]
    public void A_missing_option_is_SSY0902() =>
        Assert.Contains("--target", _tool.Fails(1, "SSY0902", "validate", "--provider", "Sqlite").Error, StringComparison.Ordinal);

    [Fact]
    public void A_missing_provider_is_SSY0902() =>
        Assert.Contains("--provider Sqlite", _tool.Fails(1, "SSY0902", "validate", "--target", "app.dll").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("SSY1001", "no hazard but 'Missing in the database'")]
    [InlineData("SSY9999", "no code of SchemaSync")]
    [InlineData("SSY0402;everything", "'everything'")]
    public void Allowing_what_is_no_hazard_is_SSY0904(string codes, string sentence)
    {
        var run = _tool.Fails(1, "SSY0904", "sync", "--provider", "Sqlite", "--target", "app.dll", "--allow", codes);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Contains("SSY0402", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_are_separated_by_semicolon_or_comma_in_any_case() =>
        Assert.Equal(["SSY0402", "SSY0407", "SSY0403"], Allow.Codes(["ssy0402;SSY0407", "SSY0403, SSY0402"]).AsEnumerable());

    [Fact]
    public void Another_provider_is_SSY0201() => _tool.Fails(1, "SSY0201", "validate", "--provider", "Oracle", "--target", "app.dll");

    [Theory]
    [InlineData("SSY0901")]
    [InlineData("ssy0402")]
    public void A_code_is_explained(string code) =>
        Assert.StartsWith($"# {code.ToUpperInvariant()}: ", _tool.Ends(0, "explain", code).Output, StringComparison.Ordinal);

    [Fact]
    public void Explaining_nothing_is_SSY0908() => _tool.Fails(1, "SSY0908", "explain", "SSY9999");

    [Fact]
    public void A_usage_error_of_the_build_is_a_canonical_line() =>
        Assert.StartsWith("schemasync : error SSY0902: ",
            _tool.Ends(1, "validate", "--provider", "Sqlite", "--format", "msbuild").Error, StringComparison.Ordinal);

    [Fact]
    public void A_failure_as_JSON_fits_the_schema() =>
        JsonSchemaCheck.Valid(Repository.ReportSchema, _tool.Ends(1, "validate", "--provider", "Sqlite", "--format", "json").Output);

    [Fact]
    public void A_password_in_arguments_nobody_knows_is_not_repeated() =>
        Assert.DoesNotContain("hunter22", _tool.Fails(1, "SSY0901", "validate", "--connection", "Data", "Source=x;Password=hunter22").All,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Data Source=x;Password=s3cret!;Mode=ReadOnly", "s3cret!")]
    [InlineData("host=db port=5432 user=shop password=s3cret! dbname=shop", "s3cret!")]
    [InlineData("Server=db;Database=shop Pwd=my s3cret! Port=1;User ID=shop", "my s3cret!")]
    [InlineData("Host=h;Pwd=\"se;cret\"", "se;cret")]
    [InlineData("postgres://me:s3cret@host/db", "s3cret")]
    public void Secrets_are_hidden_wherever_they_stand(string connection, string secret)
    {
        var secrets = new Secrets();
        secrets.Learn(connection);
        Assert.DoesNotContain(secret, secrets.Hide($"the driver says: {connection}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=h;Database=test;Username=test;Password=test", "no test on h: the latest", "no test on h: the latest")]
    [InlineData("Host=h;Database=test;Username=test;Password=test", "not read: Password = 'test'", "not read: Password = '***'")]
    [InlineData("postgres://test:test@host/test", "postgres://test:test@host/test", "postgres://test:***@host/test")]
    [InlineData("host=db user=shop password=shop dbname=shop", "password=shop dbname=shop", "password=*** dbname=shop")]
    [InlineData("Database=d;Password=ab", "about Pwd=ab", "about Pwd=***")]
    [InlineData("Database=d;Password=name", "name of table names", "*** of table names")]
    [InlineData("Database=d;Password=correct horse", "xcorrect horsex", "x***x")]
    public void A_secret_is_hidden_unless_it_is_a_name_or_a_part_of_a_word(string connection, string text, string shown)
    {
        var secrets = new Secrets();
        secrets.Learn(connection);
        Assert.Equal(shown, secrets.Hide(text));
    }

    [Fact]
    public void Exit_codes_tell_refusals_from_errors()
    {
        Assert.Equal(3, ExitCode.Of([Diagnostic.Of(ExecutionDiagnostics.Refused, "", "")]));
        Assert.Equal(3, ExitCode.Of([Diagnostic.Of(ExecutionDiagnostics.StalePlan, "", "", "")]));
        Assert.Equal(3, ExitCode.Of([Diagnostic.Of(BuildDiagnostics.CannotAsk, "")]));
        Assert.Equal(1, ExitCode.Of([Diagnostic.Of(ExecutionDiagnostics.Locked, "", "")]));
    }
}
