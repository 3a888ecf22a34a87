using SchemaSync.Cli;

namespace SchemaSync.Recipes;

/// <summary>A format made outside prints what every verb has to say, of a database made outside as well.</summary>
public sealed class FormatRecipeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recipe").FullName;
    private readonly TextWriter _output = Console.Out, _errors = Console.Error;
    private readonly CommandLineTool _tool = new()
    {
        Databases = [.. CommandLineTool.KnownDatabases, new ShelfAdapter()],
        Formats = [.. CommandLineTool.KnownFormats, CountReport.Format],
    };

    [Fact]
    public async Task Every_verb_prints_it()
    {
        string[] database = ["--provider", ShelfDialect.Name, "--connection",
            $"Data Source={Path.Combine(_folder, "home.shelf")}", "--format", "count"];
        var target = Path.Combine(_folder, "target.json");
        await File.WriteAllTextAsync(target,
            SnapshotFile.Write(new()
            {
                Form = new(ShelfDialect.Name, IsServer: true),
                Objects = [new Box { Name = new("hats") }, new Box { Name = new("coats") }],
            }),
            TestContext.Current.CancellationToken);

        Assert.Equal((0, "steps 2\n"), await RunAsync(["plan", "--target", target, .. database]));
        Assert.Equal((0, "steps 2\napplied 2\n"), await RunAsync(["sync", "--yes", "--target", target, .. database]));
        Assert.Equal((0, "differences 0\n"), await RunAsync(["validate", "--target", target, .. database]));
        Assert.Equal((0, "runs 1\n"), await RunAsync(["audit", .. database]));
        Assert.Equal((0, "written 1\n"), await RunAsync(["snapshot", "--output", Path.Combine(_folder, "read.json"), .. database]));
    }

    [Fact]
    public async Task A_format_that_is_not_known_is_refused_with_those_that_are()
    {
        var (exitCode, text) = await RunAsync(["audit", "--provider", ShelfDialect.Name, "--format", "xml"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("SSY0901", text, StringComparison.Ordinal);
        Assert.Contains("there is no format 'xml', use text, json, html, msbuild or count", text, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Console.SetOut(_output);
        Console.SetError(_errors);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(int ExitCode, string Text)> RunAsync(string[] arguments)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Console.SetOut(text);
        Console.SetError(text);
        return (await _tool.RunAsync(arguments), text.ToString());
    }
}
