using System.Runtime.CompilerServices;

namespace SchemaSync.Generators.Conventions;

/// <summary>
/// What the conventions made of classes, kept with them: generator and analyzer ask once for both. After an edit they go over the islands
/// that changed, and a table that comes out as it was is the very same, so that nobody looks at it again.
/// </summary>
internal sealed class KnownTables
{
    private static readonly ConditionalWeakTable<EntityDeclarations, KnownTables> All = new();

    // Of before the edit, until somebody asks.
    private Made? _made;

    public static EntityTables Of(EntityDeclarations declared, ProjectInput project) => All.GetValue(declared, static _ => new())
        .Get(declared, project);

    /// <summary>Says that an edit made one of the other.</summary>
    public static void Follow(EntityDeclarations before, EntityDeclarations after)
    {
        if (All.TryGetValue(before, out var known)) All.GetValue(after, static _ => new())._made = known._made;
    }

    private EntityTables Get(EntityDeclarations declared, ProjectInput project)
    {
        lock (this)
        {
            if (_made is null || !ReferenceEquals(_made.Declared, declared) || !_made.Project.Equals(project))
                _made = new(declared, project, _made);
            return _made.Tables;
        }
    }

    /// <summary>What came of a project, island by island.</summary>
    private sealed class Made
    {
        private readonly Dictionary<string, (EntityDeclarations Island, EntityTables Tables)> _islands = new(StringComparer.Ordinal);
        private readonly Lazy<Dictionary<string, TypeDeclaration>> _types;

        public Made(EntityDeclarations declared, ProjectInput project, Made? before)
        {
            (Declared, Project) = (declared, project);
            _types = new(ByName);
            foreach (var island in EntityIslands.Of(declared)) _islands.Add(KeyOf(island), (island, TablesOf(island, before)));
            Tables = Together(_islands.Values.Select(i => i.Tables).ToList())
                // Two that are called alike have names for their keys that tell them apart.
                ?? Kept(EntityConventions.Apply(declared, project), before);
        }

        public EntityDeclarations Declared { get; }

        public ProjectInput Project { get; }

        public EntityTables Tables { get; }

        private Dictionary<string, TypeDeclaration> ByName()
        {
            var types = new Dictionary<string, TypeDeclaration>(StringComparer.Ordinal);
            foreach (var type in Tables.Types) types[type.FullName] = type;
            return types;
        }

        private static string KeyOf(EntityDeclarations island) => island.Classes.IsEmpty ? "" : island.Classes[0].FullName;

        private EntityTables TablesOf(EntityDeclarations island, Made? before)
        {
            if (before is not null && before.Project.Equals(Project) && before._islands.TryGetValue(KeyOf(island), out var known)
                && known.Island.Equals(island)) return known.Tables;
            return Kept(EntityConventions.Apply(island, Project), before);
        }

        private static EntityTables Kept(EntityTables made, Made? before) => before is null ? made : made with
        {
            Types = made.Types.Map(t => before._types.Value.TryGetValue(t.FullName, out var known) && known.Equals(t) ? known : t),
        };

        // Null where two tables of different islands have one name.
        private static EntityTables? Together(List<EntityTables> islands)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            if (!islands.TrueForAll(i => i.Names.Distinct().All(names.Add))) return null;
            // By name, so that islands which grow together move nothing.
            return new(islands.SelectMany(i => i.Types.AsEnumerable()).OrderBy(t => t.FullName, StringComparer.Ordinal).ToEquatableArray(),
                islands.SelectMany(i => i.Findings.AsEnumerable()).ToEquatableArray(), names.ToEquatableArray());
        }
    }
}
