using System.Diagnostics;

namespace SchemaSync.Cli.Tests;

/// <summary>What <c>--output</c> may and may not do to what is there already.</summary>
public sealed class OutputFileTests : IDisposable
{
    private readonly Tool _tool = new();

    public OutputFileTests()
    {
        _tool.With("SCHEMASYNC_CONNECTION", "Data Source=shop.db");
        _tool.Sql("shop.db", "CREATE TABLE theirs (a); INSERT INTO theirs VALUES ('kept')");
    }

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("shop.db")]
    [InlineData("./shop.db")]
    [InlineData("link.db")]
    [InlineData("hard.db")]
    [InlineData("other.db")]
    [InlineData("shop.db-wal")]
    public void An_output_is_never_a_database(string output)
    {
        _tool.Sql("other.db", "CREATE TABLE t (a)");
        File.CreateSymbolicLink(_tool.File("link.db"), "shop.db");
        Process.Start("ln", [_tool.File("shop.db"), _tool.File("hard.db")]).WaitForExit();
        _tool.Fails(1, "SSY0913", "snapshot", "--provider", "Sqlite", "--output", output);
        Assert.Equal("kept", _tool.Sql("shop.db", "SELECT a FROM theirs"));
        Assert.Equal("1", _tool.Sql("other.db", "SELECT count(*) FROM sqlite_schema"));
    }

    [Theory]
    [InlineData("plan", "app.dll")]
    [InlineData("script", "app.dll")]
    [InlineData("accept", "app.dll")]
    public void An_output_is_no_input_of_the_same_run(string verb, string output)
    {
        var target = Declared.Assembly(_tool.File("app.dll"), Declared.Customers());
        var before = File.ReadAllBytes(target);
        _tool.Fails(1, "SSY0913", verb, "--provider", "Sqlite", "--target", "app.dll", "--output", output);
        Assert.Equal(before, File.ReadAllBytes(target));
    }

    [Fact]
    public void A_file_that_cannot_be_written_whole_stays_as_it_was()
    {
        File.WriteAllText(_tool.File("shop.json"), "what was there");
        // ulimit -f counts blocks of 1 KiB: less than a snapshot, as a full disk would leave.
        var start = new ProcessStartInfo("bash",
            ["-c", "trap '' XFSZ; ulimit -f 0; exec dotnet exec \"$0\" snapshot --provider Sqlite --output shop.json", Tool.Program])
        {
            WorkingDirectory = _tool.Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["SCHEMASYNC_CONNECTION"] = "Data Source=shop.db";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var run = Process.Start(start)!;
        var error = run.StandardError.ReadToEnd();
        run.WaitForExit();
        Assert.Contains("SSY0910", error, StringComparison.Ordinal);
        Assert.Equal("what was there", File.ReadAllText(_tool.File("shop.json")));
        Assert.DoesNotContain(Directory.GetFiles(_tool.Folder), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_stays_a_link_and_rights_stay_rights()
    {
        File.WriteAllText(_tool.File("real.json"), "old");
        Tool.Allow(_tool.File("real.json"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(_tool.File("shop.json"), "real.json");
        _tool.Ends(0, "snapshot", "--provider", "Sqlite", "--output", "shop.json");
        Assert.Equal("real.json", new FileInfo(_tool.File("shop.json")).LinkTarget);
        Assert.Contains("theirs", File.ReadAllText(_tool.File("real.json")), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead,
                File.GetUnixFileMode(_tool.File("real.json")));
    }

    [Theory]
    [InlineData("/dev/stdout")]
    [InlineData("/proc/self/fd/1")]
    public void Standard_output_may_be_named_as_a_file(string output) =>
        Assert.Contains("\"theirs\"", _tool.Ends(0, "snapshot", "--provider", "Sqlite", "--output", output).Output,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_pipe_is_written_where_somebody_reads()
    {
        await Process.Start("mkfifo", [_tool.File("pipe")]).WaitForExitAsync(TestContext.Current.CancellationToken);
        using var reader = Process.Start(new ProcessStartInfo("cat", [_tool.File("pipe")]) { RedirectStandardOutput = true })!;
        var read = reader.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _tool.Ends(0, "snapshot", "--provider", "Sqlite", "--output", "pipe");
        Assert.Contains("theirs", await read, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_that_nobody_reads_ends_in_a_sentence()
    {
        Process.Start("mkfifo", [_tool.File("pipe")]).WaitForExit();
        Assert.Contains("nobody has read this pipe",
            _tool.Fails(1, "SSY0910", "snapshot", "--provider", "Sqlite", "--output", "pipe").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/full")]
    [InlineData("folder")]
    [InlineData("shop.db/x.json")]
    public void What_cannot_be_written_is_a_sentence(string output)
    {
        Directory.CreateDirectory(_tool.File("folder"));
        _tool.Fails(1, "SSY0910", "snapshot", "--provider", "Sqlite", "--output", output);
    }

    [Theory]
    [InlineData("> /dev/full", 1, "--help")]
    [InlineData(">&-", 1, "--version")]
    [InlineData("2> /dev/full", 1, "nonsense")]
    [InlineData("2>&-", 1, "validate --provider Sqlite")]
    [InlineData("2> /dev/full", 0, "--version")]
    [InlineData("> /dev/full 2>&1", 1, "explain SSY0101")]
    public void Who_cannot_be_told_gets_the_exit_code(string where, int exitCode, string arguments)
    {
        var program = Tool.Program.EndsWith(".dll", StringComparison.Ordinal) ? $"dotnet '{Tool.Program}'" : $"'{Tool.Program}'";
        using var process = Process.Start("bash", ["-c", $"{program} {arguments} {where}"]);
        process.WaitForExit();
        Assert.Equal(exitCode, process.ExitCode);
    }
}
