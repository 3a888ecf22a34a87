using Microsoft.Build.Framework;

namespace SchemaSync.Tasks;

/// <summary>
/// How a command names this project where the build was started: <c>dotnet publish</c> in its own folder, <c>dotnet publish Data</c>
/// above it. What a message tells people to run has to be what they can run.
/// </summary>
public sealed class ProjectCommandTask : Microsoft.Build.Utilities.Task
{
    /// <summary>The project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Where the build was started.</summary>
    public string StartupDirectory { get; set; } = "";

    /// <summary>The frameworks, where a project has several: publish needs one of them.</summary>
    public string? TargetFrameworks { get; set; }

    /// <summary>What follows the verb: nothing, or the project with a space before it.</summary>
    [Output]
    public string Argument { get; private set; } = "";

    /// <summary>What follows in addition where one framework has to be chosen.</summary>
    [Output]
    public string Framework { get; private set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var first = (TargetFrameworks ?? "").Split(';').Select(f => f.Trim()).FirstOrDefault(f => f.Length > 0);
        Framework = first is null ? "" : $" -f {first}";
        var named = Named(Path.GetFullPath(ProjectFile));
        var name = StartupDirectory.Length == 0 ? named : Nearest(named, Path.GetFullPath(StartupDirectory));
        Argument = name.Length == 0 ? "" : name.IndexOf(' ') < 0 ? " " + name : $" \"{name}\"";
        return true;
    }

    // The folder names its project where that is the only one.
    private static string Named(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        // The project of an app of a single file is nowhere but in memory.
        var source = Path.Combine(folder, Path.GetFileNameWithoutExtension(file));
        if (!File.Exists(file) && File.Exists(source)) return source;
        return Directory.Exists(folder) && Directory.GetFiles(folder).Count(IsBuilt) == 1 ? folder : file;
    }

    private static bool IsBuilt(string file) => Path.GetExtension(file) is { } extension
        && (extension.EndsWith("proj", StringComparison.OrdinalIgnoreCase) || extension is ".sln" or ".slnx" or ".slnf");

    /// <summary>A path as people type it in a folder. Where only the root is in common, the way there says less than the path.</summary>
    internal static string Nearest(string path, string from)
    {
        string[] there = Parts(path), here = Parts(from);
        var common = 0;
        while (common < there.Length && common < here.Length && there[common] == here[common]) common++;
        return common < Math.Min(2, here.Length)
            ? path
            : string.Join("/", Enumerable.Repeat("..", here.Length - common).Concat(there.Skip(common)));
    }

    private static string[] Parts(string path) => path.Replace('\\', '/').TrimEnd('/').Split('/');
}
