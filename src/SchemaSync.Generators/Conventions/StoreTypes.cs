using System.Globalization;

namespace SchemaSync.Generators.Conventions;

/// <summary>Types that Entity Framework's provider gives a column and that are not ours for the same property.</summary>
internal static class StoreTypes
{
    /// <summary>The types, and the bit of the provider of each.</summary>
    public static IEnumerable<(int Bit, string Type)> Of(Property property, EquatableArray<string> providers)
    {
        var sizes = property.Sizes.ToList();
        var digits = sizes.Find(a => a.Kind == AttributeKind.Precision)?.Number("Precision");
        var words = digits is { } count ? $"({count.ToString(CultureInfo.InvariantCulture)})" : "";
        foreach (var profile in providers.Select(p => ProviderProfile.Find(p)!))
        {
            if (Sized(property, profile) is { } sized)
            {
                yield return (profile.Bit, sized);
                continue;
            }

            if (sizes.Exists(a => a.Kind == AttributeKind.Column && a.Holds(profile.Bit))) continue;
            if (profile.EntityFrameworkClasses.TryGetValue(property.Type.Display.TrimEnd('?'), out var known))
                yield return (profile.Bit, known);
            if (property.Type.Logical is { } logical && TypeOf(logical, property.Type.IsArray, profile) is { } type)
                yield return (profile.Bit, string.Format(CultureInfo.InvariantCulture, type, words));
        }
    }

    // A type that is spelled out without digits is given those of [Precision].
    private static string? Sized(Property property, ProviderProfile profile)
    {
        var spelledOut = property.Attributes.FirstOrDefault(a => a.Kind == AttributeKind.Column && a.IsStandard)?.Text("Type");
        if (spelledOut is null || property.Attributes.FirstOrDefault(a => a.Kind == AttributeKind.Precision) is not { } precision
            || !profile.EntityFrameworkSizedTypes.TryGetValue(spelledOut, out var type)) return null;
        var digits = new[] { precision.Number("Precision"), precision.Number("Scale") }.OfType<long>()
            .Select(n => n.ToString(CultureInfo.InvariantCulture));
        return string.Format(CultureInfo.InvariantCulture, type, string.Join(",", digits));
    }

    private static string? TypeOf(LogicalType type, bool isList, ProviderProfile profile)
    {
        if (isList && profile.EntityFrameworkListType.Length > 0) return profile.EntityFrameworkListType;
        return profile.EntityFrameworkTypes.TryGetValue(type, out var found) ? isList ? found + "[]" : found : null;
    }
}
