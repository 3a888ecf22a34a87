using System.Globalization;

namespace SchemaSync.Generators.Building;

/// <summary>Names that the provider would cut, refuse or confuse with its own.</summary>
internal static class NameRules
{
    private static readonly string[] OurPrefixes = ["__schemasync_"];

    /// <summary>Reports a name that is too long or belongs to somebody else.</summary>
    public static void Check(string name, Place place, BuildContext context)
    {
        var profile = context.Profile;
        if (OurPrefixes.FirstOrDefault(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase)) is { } ours)
        {
            context.Report(AttributeDiagnostics.ReservedName, place, name, ours, "SchemaSync");
        }

        if (!context.IsConfigured) return;
        if (profile.ReservedPrefixes.FirstOrDefault(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase)) is { } theirs)
        {
            context.Report(AttributeDiagnostics.ReservedName, place, name, theirs, profile.Name);
        }

        if (profile.IsTooLong(name))
        {
            var limit = profile.MaxNameLength.ToString(CultureInfo.InvariantCulture);
            var unit = profile.NameUnit == NameUnit.Utf8Bytes ? "bytes" : "characters";
            context.Report(AttributeDiagnostics.NameTooLong, place, name, profile.Name, $"{limit} {unit}");
        }
    }
}
