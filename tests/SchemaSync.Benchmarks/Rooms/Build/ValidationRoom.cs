using System.Runtime.InteropServices;

namespace SchemaSync.Benchmarks;

/// <summary>
/// What it adds to ask a database of 100 SQLite tables: to a build in which nothing has changed, and as a command of its own
/// against a process that does nothing. Time on the wall: it is what one waits for.
/// </summary>
internal sealed class ValidationRoom : IRoom
{
    private const int Tables = 100;
    private static readonly Limit Native = new Limit.Added(Quantity.Milliseconds(150));
    private static readonly Limit Portable = new Limit.Added(Quantity.Milliseconds(450));

    public string Name => "validation";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        using var root = new TemporaryFolder();
        var library = SampleLibrary.Create(root, "ours", Tables, withPackage: true);
        var native = CommandLine(Path.Combine(RuntimeInformation.RuntimeIdentifier, "schemasync"));
        var portable = CommandLine("any/schemasync.dll");
        // The task takes the first command line it finds there: here is only the portable one.
        Directory.CreateSymbolicLink(Path.Combine(Directory.CreateDirectory(root.File("cli")).FullName, "any"), Path.GetDirectoryName(portable)!);

        var builds = Turns.Take(effort, () => library.Build("-p:SchemaSyncOnBuild=None"),
            () => library.Build("-p:SchemaSyncValidateAlways=true"), () => library.Build("-p:SchemaSyncValidateAlways=true", $"-p:_SchemaSyncCli={root.File("cli")}"));
        yield return Added("validation of 100 tables in a build, native", builds[0], builds[1], Native);
        yield return Added("validation of 100 tables in a build, portable", builds[0], builds[2], Portable);

        string[] validate = ["validate", "--provider", "Sqlite", "--connection", "Data Source=shop.db", "--target", library.Assembly, "--format", "msbuild", "--project-directory", library.Folder];
        var commands = Turns.Take(effort, () => library.Run("true"), () => library.Run(native, validate), () => library.Run("dotnet", ["exec", portable, .. validate]));
        yield return Added("validation of 100 tables, native command", commands[0], commands[1], Native);
        yield return Added("validation of 100 tables, portable command", commands[0], commands[2], Portable);
    }

    private static Outcome Added(string name, Cost floor, Cost ours, Limit limit) => new(name, Quantity.Milliseconds(floor.Wall), Quantity.Milliseconds(ours.Wall), limit);

    private static string CommandLine(string path)
    {
        var file = Path.Combine(Repository.Root, "artifacts/cli", path);
        return File.Exists(file) ? file : throw new InvalidOperationException($"there is no {file}; run build/publish-cli.sh on a machine with a native compiler");
    }
}
