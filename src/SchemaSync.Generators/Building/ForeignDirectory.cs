namespace SchemaSync.Generators.Building;

/// <summary>
/// What the composed references declare, to be looked up by class and by table. Whatever names nothing in them is as it would be
/// without them.
/// </summary>
internal sealed class ForeignDirectory : IEquatable<ForeignDirectory>
{
    private readonly Lazy<Dictionary<(string Provider, string Type), DeclaredClass>> _classes;
    private readonly Lazy<Dictionary<(string Provider, string Table), DeclaredClass>> _tables;

    private ForeignDirectory(EquatableArray<ReferencedNames> references, EquatableArray<PartReference> parts, ForeignBases bases)
    {
        References = references;
        Parts = parts;
        Bases = bases;
        _classes = new(() => Index(_ => true, c => c.Type));
        _tables = new(() => Index(c => c.Kind == ObjectKind.Table, c => c.Name.ToString().ToLowerInvariant()));
    }

    public static ForeignDirectory None { get; } = new([], [], ForeignBases.None);

    /// <summary>The references with declarations, those that are left out included.</summary>
    public EquatableArray<ReferencedNames> References { get; }

    /// <summary>Which of them belong to this schema, and for which providers.</summary>
    public EquatableArray<PartReference> Parts { get; }

    /// <summary>Classes from which tables of this project may take columns, composed or not.</summary>
    public ForeignBases Bases { get; }

    public static ForeignDirectory Of(IEnumerable<Referenced> references, ProjectInput project)
    {
        var told = references.OrderBy(r => r.Assembly, StringComparer.Ordinal).ToEquatableArray();
        var bases = told.IsEmpty ? ForeignBases.None : new ForeignBases(told);
        var all = told.Select(r => r.Names).OfType<ReferencedNames>().ToEquatableArray();
        if (!project.Settings.Composes || all.IsEmpty) return told.IsEmpty ? None : new([], [], bases);
        var parts =
            from reference in all
            let providers = project.Settings.Providers.Where(p => !IsLeftOut(reference.Assembly, p, project)).ToEquatableArray()
            where !providers.IsEmpty
            select new PartReference(reference.Assembly, providers);
        return new(all, parts.ToEquatableArray(), bases);
    }

    /// <summary>Whether the project leaves an assembly out for a provider.</summary>
    public static bool IsLeftOut(string assembly, string provider, ProjectInput project) =>
        project.Assembly.Attributes.Any(a => a.Kind == AttributeKind.LeaveOut && a.Holds(ProviderBits.Of(provider)) && Names(a, assembly));

    /// <summary>Whether a [LeaveOut] means an assembly.</summary>
    public static bool Names(AttributeUse use, string assembly) =>
        string.Equals(use.Text("Assembly"), assembly, StringComparison.OrdinalIgnoreCase);

    public DeclaredClass? ByType(string provider, string type) =>
        _classes.Value.TryGetValue((provider, type), out var found) ? found : null;

    public TableHead? HeadByType(string provider, string type) =>
        ByType(provider, type) is { } found && found.Kind == ObjectKind.Table ? Head(provider, found) : null;

    public TableHead? HeadByName(string provider, QualifiedName table) =>
        _tables.Value.TryGetValue((provider, table.ToString().ToLowerInvariant()), out var found) ? Head(provider, found) : null;

    public bool Equals(ForeignDirectory? other) =>
        other is not null && References == other.References && Parts == other.Parts && Bases.Equals(other.Bases);

    public override bool Equals(object? obj) => Equals(obj as ForeignDirectory);

    public override int GetHashCode() => References.GetHashCode();

    private static TableHead Head(string provider, DeclaredClass table)
    {
        var columns = table.Members.Select(m => new HeadColumn(m.Name, m.Value, new ClrType(null, ""), Place.OfMember(table.Type, m.Name)));
        var shortName = table.Type.Substring(table.Type.LastIndexOfAny(['.', '+']) + 1);
        return new(table.Type, shortName, provider, table.Name, columns.ToEquatableArray(), table.Key);
    }

    private Dictionary<(string, string), DeclaredClass> Index(Func<DeclaredClass, bool> wanted, Func<DeclaredClass, string> key)
    {
        var result = new Dictionary<(string, string), DeclaredClass>();
        foreach (var (part, provider) in Parts.SelectMany(p => p.Providers.Select(provider => (p, provider))))
        {
            var names = References.FirstOrDefault(r => r.Assembly == part.Name)!.Of(provider);
            foreach (var found in names.SelectMany(n => n.Classes.AsEnumerable()).Where(wanted))
                if (!result.ContainsKey((provider, key(found)))) result.Add((provider, key(found)), found);
        }

        return result;
    }
}
