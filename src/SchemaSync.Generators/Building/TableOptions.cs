using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>Table options, ordered by name.</summary>
internal static class TableOptions
{
    private static readonly (string Kind, string Option)[] Known =
        [("Strict", SqliteProfile.Strict), ("WithoutRowid", SqliteProfile.WithoutRowid)];

    public static EquatableArray<TableOption> Build(TypeDeclaration type, TableHead head, BuildContext context)
    {
        var options = new List<TableOption>();
        foreach (var (kind, option) in Known)
        {
            if (context.One(type.Attributes, kind) is not { } use) continue;
            options.Add(new(option));
            if (!context.Profile.TableOptions.Contains(option)) context.Unsupported(use.Place, $"table {head.Table}", use.Display, "limit it with Provider = Provider.Sqlite");
        }

        return options.ToEquatableArray();
    }
}
