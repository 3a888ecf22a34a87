using System.Runtime.InteropServices;

namespace SchemaSync.Benchmarks;

/// <summary>The native command line on one database, with a snapshot of it and a cache.</summary>
internal sealed class NativeCommand(TemporaryFolder folder, string provider, string connection)
{
    private readonly string _snapshot = folder.File("now.json");

    private static string[]? Portable =>
        Path.Combine(Folder, "any/schemasync.dll") is var file && File.Exists(file) ? ["dotnet", "exec", file] : null;

    private static string Folder => Path.Combine(Repository.Root, "artifacts/cli");

    private static string[] Command => Native ?? Portable ?? throw new InvalidOperationException($"there is no command line in {Folder}");

    /// <summary>Whether it was published; at a tiny size the portable one will do.</summary>
    public static bool IsThere(Effort effort) => Native is not null || (effort.TakesWhatIsThere && Portable is not null);

    private static string[]? Native =>
        Path.Combine(Folder, RuntimeInformation.RuntimeIdentifier, "schemasync") is var file && File.Exists(file) ? [file] : null;

    /// <summary>A process that does nothing.</summary>
    public Cost Start() => Run("--version");

    /// <summary>Writes the snapshot.</summary>
    public Cost Snapshot()
    {
        File.Delete(_snapshot);
        return Run([.. Snapshotting]);
    }

    /// <summary>Validates in full; there has to be a snapshot.</summary>
    public Cost Validate() => Run([.. Validating]);

    /// <summary>Validates what has not moved since the last time.</summary>
    public Cost ValidateAgain() => Run([.. Validating, "--cache", folder.File("cache")]);

    /// <summary>The peaks of the memory of a snapshot and of a validation, in MB.</summary>
    public double Peak() => Math.Max(PeakOf(Snapshotting), PeakOf(Validating));

    private IEnumerable<string> Snapshotting => ["snapshot", .. Database, "--output", _snapshot];

    private IEnumerable<string> Validating => ["validate", .. Database, "--target", _snapshot];

    private IEnumerable<string> Database => ["--provider", provider, "--connection", connection];

    /// <summary>The peak of the memory of the command with these arguments, in MB.</summary>
    public static double PeakOf(IEnumerable<string> arguments) =>
        Children.Start(new Dictionary<string, string>(), "peak", [.. Command, .. arguments])[0];

    private Cost Run(params string[] arguments) =>
        Processes.Run(folder.Path, new Dictionary<string, string>(), Command[0], [.. Command[1..], .. arguments]);
}
