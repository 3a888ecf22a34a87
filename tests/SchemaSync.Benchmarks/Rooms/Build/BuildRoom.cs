using System.Runtime.InteropServices;

namespace SchemaSync.Benchmarks;

/// <summary>
/// A build in which nothing has changed, against the same library whose package brings no targets: processor time. Then what it adds to ask
/// a database of 100 SQLite tables, to such a build and as a command of its own against a process that does nothing: time on the wall,
/// because one waits for it.
/// </summary>
internal sealed class BuildRoom : IRoom
{
    private static readonly Limit OfNative = new Limit.Added(Quantity.Milliseconds(150));
    private static readonly Limit OfPortable = new Limit.Added(Quantity.Milliseconds(450));

    public string Name => "build";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        using var root = new TemporaryFolder();
        var tables = effort.Of(100);
        var plain = SampleLibrary.Create(root, "plain", tables, withTargets: false);
        var ours = SampleLibrary.Create(root, "ours", tables, withTargets: true);
        // One build differs from the next by a tenth, and the limit is two hundredths: many turns.
        var costs = Turns.Take(effort with { Runs = effort.Runs * 4 }, () => plain.Build(), () => ours.Build());
        yield return new("build, nothing changed", Quantity.Milliseconds(costs[0].Cpu),
            Quantity.Milliseconds(costs[1].Cpu), new Limit.Times(1.02));
        if (effort.TakesWhatIsThere && !(File.Exists(PathOf(Native)) && File.Exists(PathOf(Precompiled)))) yield break;
        foreach (var outcome in InBuild(effort, root, ours, tables).Concat(AsCommand(effort, ours, tables))) yield return outcome;
    }

    private static IEnumerable<Outcome> InBuild(Effort effort, TemporaryFolder root, SampleLibrary library, int tables)
    {
        // The task takes the first command line it finds there: here is only the one that needs .NET.
        var runtime = Path.Combine(root.File("cli"), "r2r");
        Directory.CreateDirectory(runtime);
        Directory.CreateSymbolicLink(Path.Combine(runtime, RuntimeInformation.RuntimeIdentifier),
            Path.GetDirectoryName(CommandLine(Precompiled))!);
        var builds = Turns.Take(
            effort, () => library.Build("-p:SchemaSyncOnBuild=None"),
            () => library.Build("-p:SchemaSyncValidateAlways=true"),
            () => library.Build("-p:SchemaSyncValidateAlways=true", $"-p:_SchemaSyncCli={root.File("cli")}"));
        yield return Added($"validation of {tables} tables in a build, native", builds[0], builds[1], OfNative);
        yield return Added($"validation of {tables} tables in a build, portable", builds[0], builds[2], OfPortable);
    }

    private static IEnumerable<Outcome> AsCommand(Effort effort, SampleLibrary library, int tables)
    {
        var native = CommandLine(Native);
        var portable = CommandLine(Precompiled);
        string[] validate = ["validate", "--provider", "Sqlite", "--connection", "Data Source=shop.db", "--target", library.Assembly,
            "--format", "msbuild", "--project-directory", library.Folder];
        var commands = Turns.Take(effort, () => library.Run("true"), () => library.Run(native, validate),
            () => library.Run("dotnet", ["exec", portable, .. validate]));
        yield return Added($"validation of {tables} tables, native command", commands[0], commands[1], OfNative);
        yield return Added($"validation of {tables} tables, portable command", commands[0], commands[2], OfPortable);
    }

    private static string Native => Path.Combine(RuntimeInformation.RuntimeIdentifier, "schemasync");

    // The fallback for a machine without the native one; "any", for platforms nobody precompiled for, is slower.
    private static string Precompiled => Path.Combine("r2r", RuntimeInformation.RuntimeIdentifier, "schemasync.dll");

    private static Outcome Added(string name, Cost floor, Cost ours, Limit limit) =>
        new(name, Quantity.Milliseconds(floor.Wall), Quantity.Milliseconds(ours.Wall), limit);

    private static string PathOf(string path) => Path.Combine(Repository.Root, "artifacts/cli", path);

    private static string CommandLine(string path)
    {
        var file = PathOf(path);
        return File.Exists(file)
            ? file
            : throw new InvalidOperationException($"there is no {file}; run build/publish-cli.sh on a machine with a native compiler");
    }
}
