namespace SchemaSync.Generators.Building;

/// <summary>
/// Properties whose class or type is declared in another project: attributes there leave no trace, the names that travel with it do.
/// </summary>
internal static class ForeignTypes
{
    /// <summary>The class with what its properties' types are; the very same one where none is another project's.</summary>
    public static TypeDeclaration Resolve(TypeDeclaration type, ForeignDirectory foreign, EquatableArray<string> providers)
    {
        type = foreign.Bases.Resolve(type);
        if (foreign.Parts.IsEmpty || !type.Members.Any(m => m.Type.Foreign is not null)) return type;
        return type with { Members = type.Members.Map(m => Resolve(m, foreign, providers)) };
    }

    private static MemberDeclaration Resolve(MemberDeclaration member, ForeignDirectory foreign, EquatableArray<string> providers)
    {
        if (member.Type.Foreign is not { } name) return member;
        var found = providers.Select(p => new Found(ProviderBits.Of(p), foreign.ByType(p, name)!)).Where(f => f.Class is not null).ToList();
        if (found.Count == 0) return member;
        var type = member.Type;
        if (found[0].Class.Kind == ObjectKind.Table) return member with { Type = type with { Target = name } };
        if (found[0].Class.Kind == ObjectKind.EnumType)
            return type.IsEnum ? member with { Type = type with { Custom = Enumeration(name, found) } } : member;
        // Of composite types a list is an array; of anything else, nothing.
        if (type.IsCollection && !type.IsForeignList) return member;
        return member with { Type = type with { IsCollection = false, IsArray = type.IsForeignList, Custom = Composite(name, found) } };
    }

    private static CustomType Enumeration(string name, List<Found> found)
    {
        var first = found[0].Class;
        var members = first.Members.Select((m, i) => new EnumMember(
            m.Name,
            i < first.Numbers.Count ? first.Numbers[i] : "",
            Uses(name, AttributeKind.EnumLabel, found, c => [Word(c, m)])));
        return new(name, Short(name), Uses(name, AttributeKind.EnumType, found, Named), members.ToEquatableArray(), first.IsFlags);
    }

    private static CustomType Composite(string name, List<Found> found) =>
        new(name, Short(name), Uses(name, AttributeKind.CompositeType, found, Named));

    /// <summary>The attributes that would say the same here, one for each group of providers that share it.</summary>
    private static EquatableArray<AttributeUse> Uses(
        string type, AttributeKind kind, List<Found> found, Func<DeclaredClass, EquatableArray<Argument>> arguments) =>
        found.GroupBy(f => arguments(f.Class)).Select(g => new AttributeUse
        {
            Kind = kind,
            Place = Place.OfType(type),
            Providers = g.Aggregate(0, (bits, f) => bits | f.Bit),
            Arguments = g.Key,
        }).ToEquatableArray();

    // The schema is said even where it is the tenant's own: the defaults of this project are not for types of another.
    private static EquatableArray<Argument> Named(DeclaredClass type) =>
        [Text("Name", type.Name.Name.Value), Text("Schema", type.Name.Schema.ToString())];

    private static Argument Word(DeclaredClass type, DeclaredMember member) =>
        Text("Label", type.Members.FirstOrDefault(o => o.Name == member.Name)?.Value ?? member.Value);

    private static Argument Text(string name, string value) => new(name, ConstantValue.Of(value));

    private static string Short(string name) => name.Substring(name.LastIndexOfAny(['.', '+']) + 1);

    /// <summary>What a class is for one provider.</summary>
    private sealed record Found(int Bit, DeclaredClass Class);
}
