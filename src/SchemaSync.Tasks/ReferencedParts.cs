using Microsoft.Build.Framework;

namespace SchemaSync.Tasks;

/// <summary>The references of a project that its schema is composed of, with the folders of the projects they come from.</summary>
internal sealed class ReferencedParts
{
    private readonly List<ITaskItem> _items;

    private ReferencedParts(List<ITaskItem> items) => _items = items;

    /// <summary>Their files.</summary>
    public IEnumerable<string> Files => _items.Select(i => i.ItemSpec).Distinct();

    /// <summary>Assembly names with the folders of their projects; a package has none.</summary>
    public IEnumerable<(string Assembly, string Folder)> Projects =>
        _items.Where(i => Project(i).Length > 0).Select(i => (Name(i), Path.GetDirectoryName(Project(i))!)).Distinct();

    /// <summary>The projects among them that name a database themselves.</summary>
    public IEnumerable<string> Owners =>
        _items.Where(i => i.GetMetadata("SchemaSyncOwns") == "true").Select(i => Path.GetFileNameWithoutExtension(Project(i))).Distinct();

    /// <summary>Finds them by the list in the assembly: of a hundred references only these are opened.</summary>
    public static ReferencedParts Of(string assembly, IReadOnlyList<ITaskItem> references)
    {
        if (references.Count == 0 || !File.Exists(assembly)) return new([]);
        var names = new HashSet<string>(AssemblyManifest.Parts(assembly), StringComparer.OrdinalIgnoreCase);
        return new(names.Count == 0 ? [] : [.. references.Where(r => names.Contains(Name(r)) && File.Exists(r.ItemSpec))]);
    }

    private static string Name(ITaskItem item) => Path.GetFileNameWithoutExtension(item.ItemSpec);

    private static string Project(ITaskItem item) => item.GetMetadata("MSBuildSourceProjectFile");
}
