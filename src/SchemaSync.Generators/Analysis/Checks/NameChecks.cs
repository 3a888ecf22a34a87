using System.Globalization;
using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>Names that the provider would cut, refuse or confuse with its own.</summary>
internal static class NameChecks
{
    private static readonly string[] OurPrefixes = ["__schemasync_"];

    public static void Run(DeclaredSchema schema)
    {
        foreach (var table in schema.Tables)
        {
            Check(schema.Context, ObjectKind.Table, table.Table.Name.Name.Value, table.Place);
            foreach (var column in table.Head.Columns.AsEnumerable()) Check(schema.Context, ObjectKind.Column, column.Column, column.Place);
            foreach (var child in table.Table.Children)
            {
                if (child is Column || (child.Name.IsEmpty && child is not Model.Index)) continue;
                Check(schema.Context, child.Kind, child.Name.Value, table.PlaceOf(child));
            }
        }

        foreach (var other in schema.Others)
        {
            Check(schema.Context, other.Object.Kind, other.Object.LocalName.Value, other.Place);
            foreach (var child in other.Object.Children.Where(c => !c.Name.IsEmpty)) Check(schema.Context, child.Kind, child.Name.Value, other.Place);
        }
    }

    private static void Check(BuildContext context, ObjectKind kind, string name, Place place)
    {
        var profile = context.Profile;
        if (name.Trim().Length == 0)
        {
            context.Report(AttributeDiagnostics.EmptyName, place, kind.Name);
            return;
        }

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
            var unit = profile.NameUnit == NameUnit.Utf8Bytes ? "bytes" : "characters";
            context.Report(AttributeDiagnostics.NameTooLong, place, name, profile.Name, $"{profile.MaxNameLength.ToString(CultureInfo.InvariantCulture)} {unit}");
        }
    }
}
