using System.Diagnostics;

namespace SchemaSync.Tasks.Tests;

/// <summary>One finished process.</summary>
internal sealed record Run(int ExitCode, string Output)
{
    public static Run Dotnet(string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment) =>
        Program("dotnet", folder, [.. arguments, "-nodeReuse:false", "-nologo"], environment);

    public static Run Program(string program, string folder, IEnumerable<string> arguments,
        params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A continuous integration validates always; each test says for itself whether it is one. The rest leaks from the test host.
        foreach (var name in new[] { "CI", "ContinuousIntegrationBuild", "SCHEMASYNC_CONNECTION", "NUGET_PACKAGES", "MSBUILD_EXE_PATH",
            "MSBuildSDKsPath", "MSBuildExtensionsPath" }) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        // As on a developer's machine: compilers that stay and hold the generator of one project while they compile the next.
        start.Environment["UseSharedCompilation"] = "true";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // No test needs the network: whoever tries it fails at once.
        foreach (var name in new[] { "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY" })
            start.Environment[name] = "http://127.0.0.1:9";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return new(process.ExitCode, output);
    }

    public Run Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    public Run Failed(string because)
    {
        Assert.True(ExitCode != 0, Output);
        return Says(because);
    }

    public Run Says(string text)
    {
        Assert.True(Output.Contains(text, StringComparison.Ordinal), $"Not said: {text}\nSaid: {Output}");
        return this;
    }

    /// <summary>How many lines hold a text.</summary>
    public int Count(string text) => Output.Split('\n').Count(l => l.Contains(text, StringComparison.Ordinal));

    /// <summary>Where a text stands that was said.</summary>
    public int Position(string text, bool last = false)
    {
        Says(text);
        return last ? Output.LastIndexOf(text, StringComparison.Ordinal) : Output.IndexOf(text, StringComparison.Ordinal);
    }

    public Run IsSilentAbout(string text)
    {
        Assert.DoesNotContain(text, Output, StringComparison.Ordinal);
        return this;
    }
}
