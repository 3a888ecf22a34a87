using System.Diagnostics;

namespace SchemaSync.Cli.EntityFramework;

/// <summary>
/// An application with a DbContext. It is asked in a process of its own, with its own libraries, as EF Core's tools do it: its own versions
/// of EF Core and of the provider answer.
/// </summary>
/// <param name="Assembly">The path of the assembly with the context.</param>
/// <param name="Startup">The path of the application that configures it; often the same.</param>
internal sealed record DbApplication(string Assembly, string Startup)
{
    private const string Framework = ".NETFramework,", Standard = ".NETStandard,";

    // What dotnet says when the version of .NET is missing (hostfxr, FrameworkMissingFailure).
    private const int NoRuntime = 150;

    // The same of a package that its list names (ResolverResolveFailure).
    private const int NoPackage = 140;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Folders of NuGet packages: the output of a library holds none of those that it uses.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [UserPackages];

    private static string Host => Path.Combine(AppContext.BaseDirectory, "ef", "schemasync-ef.dll");

    private string Name => Path.GetFileName(Startup);

    /// <summary>What the application says of a context.</summary>
    /// <param name="context">Its name; empty where there is one alone.</param>
    /// <param name="providers">What EF Core calls the providers that fit.</param>
    /// <param name="ownSchema">The schema that is the tenant's own; empty where there is none.</param>
    /// <param name="cancellationToken">Ends the application.</param>
    /// <exception cref="SchemaSyncException">SSY0963: it does not start, or ends without an answer.</exception>
    public async Task<DbAnswer> AskAsync(string context, IEnumerable<string> providers, string ownSchema,
        CancellationToken cancellationToken)
    {
        var (own, startup) = (TargetFramework.Of(Assembly), TargetFramework.Of(Startup));
        if (own.StartsWith(Framework, StringComparison.Ordinal)) throw Older(Assembly, own);
        if (startup.StartsWith(Framework, StringComparison.Ordinal) || startup.StartsWith(Standard, StringComparison.Ordinal))
            throw Older(Startup, startup);
        var folder = Directory.CreateTempSubdirectory("schemasync-ef-");
        try
        {
            var answer = Path.Combine(folder.FullName, "answer");
            var (exitCode, lines) = await OnlineProcess.RunAsync(
                Start([Path.GetFullPath(Assembly), Path.GetFullPath(Startup), answer, context, string.Join(';', providers), ownSchema]),
                () => Task.CompletedTask, Second, cancellationToken).ConfigureAwait(false);
            return DbAnswer.Read(answer) ?? throw Silent(exitCode, lines);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private ProcessStartInfo Start(IEnumerable<string> request)
    {
        var start = new ProcessStartInfo(DotNet()) { ArgumentList = { "exec" } };
        void Option(string name, string file)
        {
            if (!Path.Exists(file)) return;
            start.ArgumentList.Add(name);
            start.ArgumentList.Add(file);
        }

        Option("--depsfile", Path.ChangeExtension(Startup, ".deps.json"));
        var runtime = Path.ChangeExtension(Startup, ".runtimeconfig.json");
        Option("--runtimeconfig", File.Exists(runtime) ? runtime : Path.ChangeExtension(Host, ".runtimeconfig.json"));
        foreach (var folder in Packages) Option("--additionalprobingpath", folder);
        start.ArgumentList.Add(Host);
        foreach (var argument in request) start.ArgumentList.Add(argument);
        return start;
    }

    private string DotNet()
    {
        string?[] known = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"),
            Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath : null];
        return known.OfType<string>().FirstOrDefault(File.Exists) ?? OnlineProcess.Find("dotnet")
            ?? throw Refused("there is no dotnet on the PATH, which would run it", "install .NET, or put it on the PATH");
    }

    /// <summary>Where NuGet keeps the packages of this user.</summary>
    public static string UserPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private SchemaSyncException Silent(int exitCode, IReadOnlyList<string> lines)
    {
        if (exitCode == NoRuntime)
            return Refused("the .NET that it is made for is not installed", "install it ('dotnet --list-runtimes' lists what is there)");
        if (exitCode == NoPackage)
            return Refused($"a package that it needs is not found ({lines.LastOrDefault()?.Trim()})",
                "name the folder of its packages with --packages, or an application that has them beside it with --startup-assembly");
        var words = lines.FirstOrDefault(l => l.StartsWith("Unhandled exception", StringComparison.Ordinal)) ?? lines.LastOrDefault();
        var last = words is null ? "" : $" ({words.Trim().TrimEnd('.')})";
        return Refused($"it ended with exit code {exitCode} before there was a context{last}",
            "see that it goes on to build its host, or give EF Core an IDesignTimeDbContextFactory, which needs nothing else of it");
    }

    private static SchemaSyncException Older(string path, string framework) =>
        new(BuildDiagnostics.CannotRunApplication, Path.GetFileName(path),
            $"it is made for {framework.Replace(",Version=v", " ", StringComparison.Ordinal).TrimStart('.')}",
            "name an application for .NET 6 or newer, with --startup-assembly where the context is in a library");

    private SchemaSyncException Refused(string reason, string cure) => new(BuildDiagnostics.CannotRunApplication, Name, reason, cure);
}
