using SchemaSync.Tasks.Tests;

[assembly: AssemblyFixture(typeof(Feed))]

namespace SchemaSync.Tasks.Tests;

/// <summary>The packages of this build, and the folder they are restored into: one for the whole test run, never the user's.</summary>
public sealed class Feed : IDisposable
{
    public Feed()
    {
        var version = Path.Combine(Packages, "version.txt");
        if (!File.Exists(version) || File.GetLastWriteTimeUtc(version) < LastEdit())
            Run.Program("bash", Repository.Root, ["build/pack.sh", "--quick"]).Succeeded();
        Version = File.ReadAllText(version).Trim();
        Directory.CreateDirectory(Own);
        File.WriteAllText(Path.Combine(Folder, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(Folder, "packages")}" /></config>
              <packageSources><clear /><add key="schemasync" value="{Packages}" /><add key="own" value="{Own}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="user" value="{UserPackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(Folder, file), "<Project />");
    }

    public static string Packages { get; } = Path.Combine(Repository.Root, "artifacts/packages");

    public string Version { get; }

    /// <summary>Every test project is a folder in here.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "schemasync-tasks-" + Guid.NewGuid().ToString("N")[..8]);

    /// <summary>Packages of users, which tests make.</summary>
    public string Own => Path.Combine(Folder, "own-packages");

    /// <summary>What the tests' own restore brought already, such as the reference
    /// assemblies of netstandard2.0: no test needs the network.</summary>
    public static string UserPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");

    // A package of yesterday would be tested in place of today's sources, and nobody would notice.
    private static DateTime LastEdit() => new[] { "src", "build/package" }
        .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*", SearchOption.AllDirectories))
        .Where(f => Path.GetFileName(f) != "packages.lock.json")
        .Max(File.GetLastWriteTimeUtc);

    public void Dispose()
    {
        Run.Program("dotnet", Folder, ["build-server", "shutdown", "--vbcscompiler"]);
        Directory.Delete(Folder, recursive: true);
    }
}
