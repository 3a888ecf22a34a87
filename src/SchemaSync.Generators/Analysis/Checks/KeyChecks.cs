namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>Columns, primary key and the table options that depend on them.</summary>
internal static class KeyChecks
{
    private static readonly string[] StrictTypes = ["INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY"];

    public static void Run(DeclaredTable table, BuildContext context)
    {
        var name = table.Table.Name.ToString();
        if (table.Table.Columns.IsEmpty)
        {
            context.Report(ModelDiagnostics.NoColumns, table.Place, name);
            return;
        }

        if (table.Table.Columns.All(c => c.Computed is not null)) context.Report(ModelDiagnostics.NoColumns, table.Place, name);
        // A key that names unknown columns has its own message.
        var declared = table.Type.Has(AttributeKind.PrimaryKey) || table.Type.Members.Any(m => m.Has(AttributeKind.PrimaryKey));
        if (table.Table.PrimaryKey is null && !declared && !table.Type.Has(AttributeKind.Keyless))
        {
            context.Suggest(ModelDiagnostics.NoPrimaryKey, table.Place,
                table.Head.Columns.FirstOrDefault(IsId) is { } id ? new("SchemaSync.PrimaryKey", id.Property) : null, name);
        }

        ComputedKey(table, context);
        Options(table, context);
    }

    private static bool IsId(HeadColumn column) => string.Equals(column.Property, "Id", StringComparison.OrdinalIgnoreCase);

    private static void ComputedKey(DeclaredTable table, BuildContext context)
    {
        if (table.Table.PrimaryKey is not { } key) return;
        foreach (var part in key.Columns.AsEnumerable())
        {
            if (table.Table.Column(part.Column)?.Computed is null) continue;
            context.Report(ModelDiagnostics.ComputedKey, table.PlaceOf(key), table.Table.Name.ToString(), part.Column.Value);
        }
    }

    private static void Options(DeclaredTable table, BuildContext context)
    {
        var name = table.Table.Name.ToString();
        if (table.Table.HasOption(SqliteProfile.WithoutRowid))
        {
            var place = context.One(table.Type.Attributes, AttributeKind.WithoutRowid)?.Place ?? table.Place;
            if (table.Table.PrimaryKey is null)
                context.Report(ModelDiagnostics.WithoutRowidKey, place, name, "it has no primary key", "add [PrimaryKey]");
            if (table.Table.Columns.Any(c => c.Identity is not null))
                context.Report(ModelDiagnostics.WithoutRowidKey, place, name,
                    "its key is numbered with [Identity]", "remove one of the two");
        }

        if (!table.Table.HasOption(SqliteProfile.Strict)) return;
        foreach (var column in table.Table.Columns.AsEnumerable())
        {
            if (column.Type.Native is { } native && !StrictTypes.Contains(native, StringComparer.OrdinalIgnoreCase))
            {
                context.Report(ModelDiagnostics.StrictType, table.PlaceOf(column), $"{name}.{column.Name}", column.Type.ToString());
            }
        }
    }
}
