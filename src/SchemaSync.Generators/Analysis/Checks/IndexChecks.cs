namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>Indexes that another one makes useless.</summary>
internal static class IndexChecks
{
    public static void Run(DeclaredTable table, BuildContext context)
    {
        var indexes = table.Table.Indexes;
        for (var i = 0; i < indexes.Count; i++)
        {
            var index = indexes[i];
            if (index.Unique || index.Where is not null) continue;
            if (Server(table.Table, index, i) is not { } better) continue;
            var name = table.Table.Name.ToString();
            context.Report(ModelDiagnostics.RedundantIndex, table.PlaceOf(index), index.Name.Value, name, better);
        }
    }

    private static string? Server(Table table, Index index, int position)
    {
        if (table.PrimaryKey is { } key && Begins(key.Columns, index.Columns)) return "the primary key";
        if (table.UniqueConstraints.FirstOrDefault(u => Begins(u.Columns, index.Columns)) is { } unique)
            return $"unique constraint {unique.Key}";
        for (var i = 0; i < table.Indexes.Count; i++)
        {
            var other = table.Indexes[i];
            // Of two equal ones the later is the redundant one.
            if (i == position || other.Where is not null || !Begins(other.Columns, index.Columns)) continue;
            if (other.Columns.Count > index.Columns.Count || other.Unique || i < position) return $"index {other.Name}";
        }

        return null;
    }

    private static bool Begins(EquatableArray<IndexPart> longer, EquatableArray<IndexPart> shorter) =>
        longer.Count >= shorter.Count && longer.Take(shorter.Count).SequenceEqual(shorter);
}
