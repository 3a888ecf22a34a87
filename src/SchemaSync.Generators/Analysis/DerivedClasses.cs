using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Analysis;

/// <summary>Classes that are no table, though their base is one: asked of each class by itself.</summary>
internal static class DerivedClasses
{
    // A view of a table's rows for people is often made from its class: what says that it is not stored is believed.
    public static IEnumerable<Finding> Check(INamedTypeSymbol type, string name)
    {
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || type.BaseType is not { SpecialType: SpecialType.None }) return [];
        var chain = TypeReader.Chain(type);
        var table = chain.FindLastIndex(t => t.IsTable());
        if (table < 0 || StandardAttributes.IsNotMapped(type)) return [];
        var added = chain.Skip(table + 1).SelectMany(TypeReader.Properties)
            .Where(p => !p.IsOverride && TypeReader.HoldsValue(p) && !IsIgnored(p)).Select(p => p.Name).Distinct();
        return PassedOverChecks.OfDerived(name, type.Name, chain[table].Name, [.. added]);
    }

    private static bool IsIgnored(IPropertySymbol property) =>
        AttributeReader.Read(property, "", property.Name).Has(AttributeKind.Ignore);
}
