using System.Globalization;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Reading;

/// <summary>Finds enums and classes that are types of the database themselves.</summary>
internal static class CustomTypes
{
    /// <summary>The declaration, or null for every other type.</summary>
    public static CustomType? Read(ITypeSymbol type) => type switch
    {
        { SpecialType: not SpecialType.None } => null,
        INamedTypeSymbol { TypeKind: TypeKind.Enum } named when Has(named, MetadataNames.OurEnumType) => Enumeration(named),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named when Has(named, MetadataNames.OurCompositeType) =>
            new(named.MetadataName(), named.Name, Uses(named, AttributeKind.CompositeType)),
        _ => null,
    };

    public static bool Has(ITypeSymbol type, string attribute)
    {
        var name = attribute.Substring(attribute.LastIndexOf('.') + 1);
        foreach (var found in type.GetAttributes())
            if (found.AttributeClass is { } c && c.Name == name && c.MetadataName() == attribute) return true;
        return false;
    }

    private static CustomType Enumeration(INamedTypeSymbol type)
    {
        var name = type.MetadataName();
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue)
            .Select(f =>
                new EnumMember(f.Name, Convert.ToString(f.ConstantValue, CultureInfo.InvariantCulture) ?? "",
                    AttributeReader.Read(f, name, f.Name).ToEquatableArray()));
        var isFlags = type.GetAttributes()
            .Any(a => a.AttributeClass is { Name: "FlagsAttribute" } found && found.MetadataName() == "System.FlagsAttribute");
        return new(name, type.Name, Uses(type, AttributeKind.EnumType), members.ToEquatableArray(), isFlags);
    }

    private static EquatableArray<AttributeUse> Uses(INamedTypeSymbol type, AttributeKind kind) =>
        AttributeReader.Read(type, type.MetadataName(), "")
            .Where(a => a.Kind == kind || (a.Kind == AttributeKind.EnumLabel && a.IsStandard)).ToEquatableArray();
}
