namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>Keys and indexes that name one column twice.</summary>
internal static class RepeatedColumns
{
    public static void Run(DeclaredTable table, BuildContext context)
    {
        if (!context.IsConfigured) return;
        if (!context.Profile.KeysMayRepeat)
        {
            if (table.Table.PrimaryKey is { } key) Check(table, key, key.Columns, context);
            foreach (var unique in table.Table.UniqueConstraints) Check(table, unique, unique.Columns, context);
            foreach (var foreign in table.Table.ForeignKeys) Check(table, foreign, foreign.ReferencedColumns, context);
        }

        if (context.Profile.IndexesMayRepeat) return;
        foreach (var index in table.Table.Indexes) Check(table, index, index.Columns, context);
        foreach (var foreign in table.Table.ForeignKeys) Check(table, foreign, foreign.Columns, context);
    }

    private static void Check(DeclaredTable table, SchemaPart part, EquatableArray<IndexPart> columns, BuildContext context)
    {
        if (columns.Count > 1)
            Check(table, part, columns.Where(c => c.Expression is null).Select(c => c.Column).ToEquatableArray(), context);
    }

    private static void Check(DeclaredTable table, SchemaPart part, EquatableArray<Identifier> columns, BuildContext context)
    {
        if (columns.Count < 2) return;
        var seen = new HashSet<string>(context.ColumnComparer);
        if (columns.FirstOrDefault(c => !seen.Add(c.Value)) is { IsEmpty: false } twice)
            context.Report(ValueDiagnostics.ColumnTwice, table.PlaceOf(part), $"the {part.Kind}", $"table {table.Table.Name}", twice.Value,
                context.Profile.Name);
    }
}
