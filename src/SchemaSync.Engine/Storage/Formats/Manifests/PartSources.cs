namespace SchemaSync.Engine.Storage.Formats.Manifests;

/// <summary>Where the parts of a composed schema are: referenced projects and packages.</summary>
/// <param name="References">Assemblies, and folders that hold assemblies; what is not among them is looked for beside the target.</param>
/// <param name="Projects">
/// The folders of the projects that assemblies were compiled from, by the assembly's name: the places in C# are relative to them.
/// </param>
public sealed record PartSources(IReadOnlyList<string> References, IReadOnlyDictionary<string, string> Projects)
{
    /// <summary>Nothing but what is beside the target.</summary>
    public static PartSources None { get; } = new([], new Dictionary<string, string>());

    /// <summary>The files that an assembly may be in, the first of which is meant.</summary>
    internal IReadOnlyList<string> Find(string name, string target)
    {
        var file = name + ".dll";
        var named = References.Where(r => string.Equals(Path.GetFileName(r), file, StringComparison.OrdinalIgnoreCase))
            .Concat(References.Select(r => Path.Combine(r, file)))
            .Where(File.Exists).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).ToList();
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(target)) ?? "", file);
        return named.Count > 0 || !File.Exists(beside) ? named : [beside];
    }

    /// <summary>A place as it can be opened, or with the name of the assembly where nobody knows its project.</summary>
    internal SourceLocation Resolve(string assembly, SourceLocation location) => Projects.TryGetValue(assembly, out var folder)
        ? location with { File = Path.GetFullPath(location.File.Replace('/', Path.DirectorySeparatorChar), Path.GetFullPath(folder)) }
        : location with { Assembly = assembly };
}
