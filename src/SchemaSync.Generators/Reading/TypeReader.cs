using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Reading;

/// <summary>A class as a declaration: its attributes, and its public properties with those of its bases.</summary>
internal static class TypeReader
{
    public static TypeDeclaration Read(INamedTypeSymbol type)
    {
        var chain = Chain(type);
        var fullName = type.MetadataName();
        return new()
        {
            FullName = fullName,
            Name = type.Name,
            IsGeneric = IsGeneric(type),
            ForeignBases = chain.Count == 1 ? default : ForeignBases(chain, type.ContainingAssembly),
            Attributes = chain.Count == 1 ? AttributeReader.Read(type, fullName, "") : chain
                .Where(t => SymbolEqualityComparer.Default.Equals(t, type) || !t.IsTable())
                .SelectMany(t =>
                    AttributeReader.Read(t, t.MetadataName(), "")
                        .Where(a => SymbolEqualityComparer.Default.Equals(t, type) || a.Kind.IsInherited))
                .ToEquatableArray(),
            Members = ReadMembers(chain, type.ContainingAssembly),
            Custom = CustomTypes.Read(type),
        };
    }

    public static AssemblyDeclaration Read(IAssemblySymbol assembly) =>
        new(AttributeReader.Read(assembly, "", "").Where(a => !a.IsStandard).ToEquatableArray());

    /// <summary>The bases first, so that their columns come first.</summary>
    public static List<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        var chain = new List<INamedTypeSymbol>();
        for (var t = type;
            t is not null && t.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum);
            t = t.BaseType) chain.Insert(0, t);
        return chain;
    }

    /// <summary>The properties that may be columns.</summary>
    public static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false,
                GetMethod: not null } property) yield return property;
        }
    }

    /// <summary>Whether a property can hold a value: has a setter, or is an auto-property.</summary>
    public static bool HoldsValue(IPropertySymbol property) => property.SetMethod is not null || IsAutoProperty(property);

    private static EquatableArray<ForeignBase> ForeignBases(List<INamedTypeSymbol> chain, IAssemblySymbol home) => chain
        .Where(t => !SymbolEqualityComparer.Default.Equals(t.ContainingAssembly, home))
        .Select(t => new ForeignBase(t.ContainingAssembly.Name, t.MetadataName(), t.Name, Properties(t).Any())).ToEquatableArray();

    private static bool IsGeneric(INamedTypeSymbol? type) => type is not null && (type.IsGenericType || IsGeneric(type.ContainingType));

    private static EquatableArray<MemberDeclaration> ReadMembers(List<INamedTypeSymbol> chain, IAssemblySymbol home)
    {
        var members = new List<MemberDeclaration>();
        foreach (var type in chain)
        {
            var typeName = type.MetadataName();
            foreach (var property in Properties(type))
            {
                var member = Read(property, typeName, home);
                // An override or a hiding property takes the place of the base's.
                var existing = chain.Count == 1 ? -1 : members.FindIndex(m => m.Name == member.Name);
                if (existing < 0) members.Add(member);
                else members[existing] = member.Attributes.IsEmpty && property.IsOverride ? members[existing] : member;
            }
        }

        return members.ToEquatableArray();
    }

    public static MemberDeclaration Read(IPropertySymbol property, string type, IAssemblySymbol home) => new()
    {
        Name = property.Name,
        Place = Place.OfMember(type, property.Name),
        Type = ClrTypes.Read(property.Type, property.NullableAnnotation, home),
        HoldsValue = HoldsValue(property),
        Attributes = AttributeReader.Read(property, type, property.Name),
    };

    private static bool IsAutoProperty(IPropertySymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: IPropertySymbol { } owner } && owner.Name == property.Name) return true;
        }

        return false;
    }
}
