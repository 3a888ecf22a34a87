using Microsoft.Build.Framework;
using SchemaSync.Model.Diagnostics;

namespace SchemaSync.Tasks;

/// <content>What the schema is composed of, and which project owns it.</content>
public sealed partial class SchemaSyncToolTask
{
    private ReferencedParts? _parts;

    /// <summary>Everything the project refers to: what its schema is composed of is among it.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The project that owns the database, where one is named.</summary>
    public string? Owner { get; set; }

    /// <summary>What MSBuild hands the projects of a solution: XML with the path of each.</summary>
    public string? Solution { get; set; }

    /// <summary>Where the build was started.</summary>
    public string? StartupDirectory { get; set; }

    /// <summary>Files with properties of several projects, such as a <c>Directory.Build.props</c>.</summary>
    public ITaskItem[] SharedFiles { get; set; } = [];

    private ReferencedParts Parts => _parts ??= ReferencedParts.Of(TargetAssembly, References);

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var line = Line();
        foreach (var file in Parts.Files) Option(line, "--reference", file);
        foreach (var (assembly, folder) in Parts.Projects) Option(line, "--project", $"{assembly}={folder}");
        return line.ToString();
    }

    // A project is asked before those that refer to it: only their files can tell that it is a part of theirs.
    private bool CheckOwner()
    {
        if (!string.IsNullOrEmpty(Owner)) return true;
        var referrers = new Referrers(ProjectFile, ConnectionVariable ?? "", SharedFiles.Select(f => f.ItemSpec));
        return referrers.Find(Referrers.Candidates(Solution, StartupDirectory ?? "")) is not { } whole || NoOwner(whole, ProjectFile);
    }

    private bool NoOwner(string whole, string part)
    {
        Report(BuildDiagnostics.SeveralOwners, Path.GetFileNameWithoutExtension(whole), Path.GetFileNameWithoutExtension(part));
        return false;
    }
}
