namespace SchemaSync.Generators.Building;

/// <summary>The base classes of all references, whether their schemas belong to this
/// one or not: their columns are this project's own.</summary>
internal sealed class ForeignBases(EquatableArray<Referenced> references) : IEquatable<ForeignBases>
{
    private readonly EquatableArray<Referenced> _references = references;

    public static ForeignBases None { get; } = new([]);

    /// <summary>
    /// The class with what its bases elsewhere say; the very same one where it has none. What came from them stands at the class itself,
    /// since their sources are another compiler's.
    /// </summary>
    public TypeDeclaration Resolve(TypeDeclaration type)
    {
        if (type.ForeignBases.IsEmpty) return type;
        var members = type.Members.ToArray();
        var attributes = type.Attributes.ToList();
        var bases = new List<ForeignBase>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var inherited = 0;
        foreach (var parent in type.ForeignBases)
        {
            seen.Add(parent.FullName);
            var found = Find(parent);
            bases.Add(found is null ? parent with { Problem = Problem(parent) } : parent);
            if (found is null) continue;
            attributes.RemoveAll(a => a.Place.Type == parent.FullName);
            attributes.InsertRange(inherited, found.Attributes);
            inherited += found.Attributes.Count;
            foreach (var member in found.Members) Take(members, member, parent, seen);
        }

        var here = Place.OfType(type.FullName);
        return type with
        {
            ForeignBases = bases.ToEquatableArray(),
            Attributes = attributes.Select(a => seen.Contains(a.Place.Type) ? a with { Place = here } : a).ToEquatableArray(),
            Members = members.Select(m => seen.Contains(m.Place.Type)
                ? m with { Place = here, Attributes = m.Attributes.Map(a => a with { Place = here }) } : m).ToEquatableArray(),
        };
    }

    public bool Equals(ForeignBases? other) => other is not null && _references == other._references;

    public override bool Equals(object? obj) => Equals(obj as ForeignBases);

    public override int GetHashCode() => _references.GetHashCode();

    // An override without attributes of its own is the property that it overrides, here as in one project.
    private static void Take(MemberDeclaration[] members, BaseMember member, ForeignBase parent, HashSet<string> seen)
    {
        var at = Array.FindIndex(members, m => m.Name == member.Name && seen.Contains(m.Place.Type));
        if (at < 0 || (member.Attributes.IsEmpty && members[at].Place.Type != parent.FullName)) return;
        members[at] = members[at] with
        {
            Place = Place.OfMember(parent.FullName, member.Name),
            HoldsValue = member.HoldsValue,
            Attributes = member.Attributes,
        };
    }

    private BaseDeclaration? Find(ForeignBase parent) =>
        _references.FirstOrDefault(r => r.Assembly == parent.Assembly)?.Bases?.Of(parent.FullName);

    // A class that is not in the list of an assembly that has one says nothing.
    private string? Problem(ForeignBase parent)
    {
        var assembly = _references.FirstOrDefault(r => r.Assembly == parent.Assembly);
        if (assembly is null) return "which was not compiled with SchemaSync.Build, so that its attributes left no trace";
        if (assembly.Bases?.Problem is not null) return "which another version of SchemaSync.Build compiled";
        return assembly.Names?.Names.Any(n => n.Classes.Any(c => c.Kind == ObjectKind.Table && c.Type == parent.FullName)) == true
            ? "where it is a table itself, and what stands on the properties of a table does not travel" : null;
    }
}
