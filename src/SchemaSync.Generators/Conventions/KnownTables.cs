using System.Runtime.CompilerServices;

namespace SchemaSync.Generators.Conventions;

/// <summary>
/// What the conventions made of classes, kept with them: generator and analyzer ask once for both, and after an edit a table that comes
/// out as it was is the very same, so that nobody looks at it again.
/// </summary>
internal sealed class KnownTables
{
    private static readonly ConditionalWeakTable<EntityDeclarations, KnownTables> All = new();
    private ProjectInput? _project;

    // Those of before the edit, until somebody asks.
    private EntityTables? _tables;

    public static EntityTables Of(EntityDeclarations declared, ProjectInput project) => All.GetValue(declared, static _ => new())
        .Get(declared, project);

    /// <summary>Says that an edit made one of the other.</summary>
    public static void Follow(EntityDeclarations before, EntityDeclarations after)
    {
        if (All.TryGetValue(before, out var known)) All.GetValue(after, static _ => new())._tables = known._tables;
    }

    private EntityTables Get(EntityDeclarations declared, ProjectInput project)
    {
        lock (this)
        {
            if (_tables is not null && project.Equals(_project)) return _tables;
            _project = project;
            return _tables = Kept(EntityConventions.Apply(declared, project));
        }
    }

    private EntityTables Kept(EntityTables made)
    {
        if (_tables is null) return made;
        var before = new Dictionary<string, TypeDeclaration>(StringComparer.Ordinal);
        foreach (var type in _tables.Types) before[type.FullName] = type;
        return made with { Types = made.Types.Map(t => before.TryGetValue(t.FullName, out var known) && known.Equals(t) ? known : t) };
    }
}
