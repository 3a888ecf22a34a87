using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SchemaSync.Cli.Tests;

/// <summary>What a person at a terminal sees; the terminal is that of script(1).</summary>
public sealed partial class TerminalTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("", "xterm-256color", true)]
    [InlineData("1", "xterm-256color", false)]
    [InlineData("", "dumb", false)]
    public void Colours_are_for_terminals_that_want_them(string noColor, string terminal, bool coloured)
    {
        var output = AtTerminal(noColor, terminal);
        Assert.Contains("add table customers", output, StringComparison.Ordinal);
        Assert.Equal(coloured, Colour().IsMatch(output));
    }

    [GeneratedRegex(@"\u001b\[[0-9;]+m")]
    private static partial Regex Colour();

    private string AtTerminal(string noColor, string terminal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "there is no script(1)");
        var target = Declared.Assembly(_tool.File("app.dll"), Declared.Customers());
        var command =
            $"dotnet exec '{Tool.Program}' plan --provider Sqlite --connection 'Data Source={_tool.File("shop.db")}' --target '{target}'";
        var start = new ProcessStartInfo("script", ["-qec", command, "/dev/null"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            WorkingDirectory = _tool.Folder,
        };
        start.Environment.Remove("NO_COLOR");
        if (noColor.Length > 0) start.Environment["NO_COLOR"] = noColor;
        start.Environment["TERM"] = terminal;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
