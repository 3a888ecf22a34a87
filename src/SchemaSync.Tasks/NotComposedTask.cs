using Microsoft.Build.Framework;
using SchemaSync.Model.Diagnostics;

namespace SchemaSync.Tasks;

/// <summary>Says that a project declares what the owner of the database does not look at.</summary>
public sealed class NotComposedTask : Microsoft.Build.Utilities.Task
{
    /// <summary>The name of the owner's project file, without extension.</summary>
    [Required]
    public string Owner { get; set; } = "";

    /// <summary>What MSBuild hands the projects of a solution: XML with the path of each.</summary>
    [Required]
    public string Solution { get; set; } = "";

    /// <summary>The compiled assembly.</summary>
    [Required]
    public string TargetAssembly { get; set; } = "";

    /// <summary>The project, where the message stands.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Files with properties and references of several projects, such as a <c>Directory.Build.props</c>.</summary>
    public ITaskItem[] SharedFiles { get; set; } = [];

    /// <summary>The address of the folder that has a page for each code.</summary>
    public string? Pages { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (!File.Exists(TargetAssembly) || !AssemblyManifest.Read(TargetAssembly).Any()) return true;
        var owner = Referrers.Candidates(Solution, "").FirstOrDefault(p => Path.GetFileNameWithoutExtension(p) == Owner);
        if (owner is null || !File.Exists(owner) || !new Referrers(ProjectFile, "", SharedFiles.Select(f => f.ItemSpec)).IsApart(owner))
            return true;
        Log.Report(Pages, BuildDiagnostics.NotComposed, ProjectFile, Path.GetFileNameWithoutExtension(ProjectFile), Owner);
        return true;
    }
}
