using Microsoft.Build.Framework;
using SchemaSync.Model.Diagnostics;

namespace SchemaSync.Tasks;

/// <summary>Says that a build looked at nothing, where somebody might take its success for an answer.</summary>
public sealed class NotValidatedTask : Microsoft.Build.Utilities.Task
{
    /// <summary>The providers the project names.</summary>
    [Required]
    public string Provider { get; set; } = "";

    /// <summary>The name of the environment variable that would hold a connection string.</summary>
    public string ConnectionVariable { get; set; } = "";

    /// <summary>The compiled assembly.</summary>
    [Required]
    public string TargetAssembly { get; set; } = "";

    /// <summary>The project's C# files: a project that declares nothing has nothing to compare.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>Whether something else than attributes declares the schema, so that the assembly does not tell.</summary>
    public bool IsDeclared { get; set; }

    /// <summary>The project, where the message stands.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Whether a build service runs this build.</summary>
    public bool IsPipeline { get; set; }

    /// <summary>Whether the project says that a build without a comparison has failed.</summary>
    public bool IsRequired { get; set; }

    /// <summary>The address of the folder that has a page for each code.</summary>
    public string? Pages { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (!IsDeclared && (!File.Exists(TargetAssembly)
            || !AssemblyManifest.IsDeclared(TargetAssembly, Sources.Select(s => s.ItemSpec)))) return true;
        if (IsRequired) Log.Report(Pages, BuildDiagnostics.ValidationRequired, ProjectFile, Provider, ConnectionVariable);
        else if (IsPipeline) Log.Report(Pages, BuildDiagnostics.NotValidated, ProjectFile, Provider, ConnectionVariable);
        else Log.LogMessage(MessageImportance.Normal,
            "SchemaSync: nothing was compared, because there is no connection and no committed snapshot for {0}", Provider);
        return !Log.HasLoggedErrors;
    }
}
