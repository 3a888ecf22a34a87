using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SchemaSync.Model.Diagnostics;

namespace SchemaSync.Tasks;

/// <summary>
/// Which projects a build of a solution builds beside this one. They are given the properties with which the solution builds them, so
/// that a request for one of them is the one that is under way, and none is built twice.
/// </summary>
public sealed class SolutionProjectsTask : Microsoft.Build.Utilities.Task
{
    /// <summary>What MSBuild hands the projects of a solution; empty where no solution is built.</summary>
    public string? Solution { get; set; }

    /// <summary>This project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The solution's file.</summary>
    public string? SolutionPath { get; set; }

    /// <summary>The filter through which the solution is built, or <c>None</c>: MSBuild tells projects nothing of it.</summary>
    public string? Filter { get; set; }

    /// <summary>The folder in which the build was started.</summary>
    public string StartupDirectory { get; set; } = "";

    /// <summary>The address of the folder that has a page for each code.</summary>
    public string? Pages { get; set; }

    /// <summary>Whether this project is among them.</summary>
    [Output]
    public bool IsPart { get; private set; }

    /// <summary>The others.</summary>
    [Output]
    public ITaskItem[] Others { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var built = SolutionProjects.Built(Solution).ToList();
        if (Filtered() is not { } filtered) return false;
        built.RemoveAll(p => filtered.Count > 0 && !filtered.Contains(p.Path));
        var own = Path.GetFullPath(ProjectFile);
        IsPart = built.Any(p => p.Path == own);
        Others = [.. built.Where(p => p.Path != own).Select(Item)];
        return true;
    }

    // The paths of the filter's projects, none where there is no filter, and null where that cannot be told.
    private ICollection<string>? Filtered()
    {
        if (string.Equals(Filter, "None", StringComparison.OrdinalIgnoreCase) || string.IsNullOrEmpty(SolutionPath)) return [];
        if (Filter is { Length: > 0 } path)
        {
            var filter = SolutionFilter.Read(StartupDirectory, path);
            if (filter?.Solution == Path.GetFullPath(SolutionPath)) return filter!.Projects;
            Log.Report(Pages, BuildDiagnostics.NoFilter, ProjectFile, Filter, SolutionPath!);
            return null;
        }

        if (SolutionFilter.Of(SolutionPath!, StartupDirectory) is not { } found) return [];
        Log.Report(Pages, BuildDiagnostics.FilterUnknown, ProjectFile, Path.GetFileName(SolutionPath),
            StartupDirectory.Length == 0 ? found : ProjectCommandTask.Nearest(found, Path.GetFullPath(StartupDirectory)));
        return null;
    }

    private static ITaskItem Item((string Path, string Configuration, string Platform) project)
    {
        var item = new TaskItem(Escaped(project.Path));
        var platform = project.Platform.Length > 0 ? $"Platform={project.Platform}" : "";
        item.SetMetadata("AdditionalProperties", $"Configuration={project.Configuration};{platform}");
        return item;
    }

    // An item is made of text as a project file has it, where these mean something.
    private static string Escaped(string path) => string.Concat(path.Select(c => "%*?@$();'".IndexOf(c) < 0 ? $"{c}" : $"%{(int)c:X2}"));
}
