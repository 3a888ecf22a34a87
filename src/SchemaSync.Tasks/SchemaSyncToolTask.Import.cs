namespace SchemaSync.Tasks;

/// <content>A project whose schema a DbContext declares: its target is the snapshot that <c>import</c> made of it.</content>
public sealed partial class SchemaSyncToolTask
{
    /// <summary>For <c>import</c>: the name of the DbContext in <see cref="TargetAssembly"/>.</summary>
    public string? DbContext { get; set; }

    /// <summary>For <c>import</c>: NuGet's folders of packages, with semicolons between.</summary>
    public string? PackageFolders { get; set; }

    private bool IsImport => Verb == "import";

    private bool IsSnapshot => TargetAssembly.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    // The command line finds it again only where nobody took it away meanwhile.
    private bool IsThere => !IsImport || File.Exists(Path.Combine(ProjectDirectory, OutputFile ?? ""));
}
