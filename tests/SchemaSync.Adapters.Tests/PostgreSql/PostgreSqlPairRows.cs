namespace SchemaSync.Adapters.Tests;

/// <summary>Queries whose answers are the same before and after: values that nothing declared changes.</summary>
internal static class PostgreSqlPairRows
{
    /// <summary>Each with its form under the names of the second state.</summary>
    public static IEnumerable<(string Before, string After)> Kept(Snapshot start, Snapshot end)
    {
        foreach (var after in end.Tables)
        {
            if (Former(start, end, after) is not { } before || before.PrimaryKey is null) continue;
            if (IsDivided(start, before) || IsDivided(end, after)) continue;
            var columns = Columns(end, before, after).ToList();
            yield return (Query(before, columns.Select(c => c.Before)), Query(after, columns.Select(c => c.After)));
        }

        if (Roots(start) is var (roots, all) && Roots(end) is var (later, _) && roots.Count > 0
            && all.TrueForAll(t => end.Tables.Any(o => Former(start, end, o)?.Name == t)))
            yield return (Count(roots), Count(later));
    }

    private static bool IsDivided(Snapshot state, Table table) =>
        table.PartitionBy is not null || !table.PartitionOf.IsEmpty || IsFamily(table);

    // A part goes with its rows; where all stay, in whatever table, so do the rows.
    private static (List<QualifiedName> Roots, List<QualifiedName> All) Roots(Snapshot state)
    {
        var all = state.Tables.Where(IsFamily).ToList();
        return ([.. all.Where(t => t.PartitionOf.IsEmpty).Select(t => t.Name)], [.. all.Select(t => t.Name)]);
    }

    private static bool IsFamily(Table table) => table.Name.Name.Value.StartsWith("pt", StringComparison.Ordinal);

    private static IEnumerable<(Identifier Before, Identifier After)> Columns(Snapshot end, Table before, Table after)
    {
        var words = end.Intents.Where(i => i.Subject.Kind == ObjectKind.EnumLabel).Select(i => i.Subject.Owner.Value).ToHashSet();
        foreach (var column in after.Columns.Where(c => c.Computed is null))
        {
            var id = ObjectId.Of(after.Name, column);
            var former = end.Intents.FirstOrDefault(i => i.Kind == IntentKind.RenamedFrom && i.Subject == id)?.Former ?? column.Name;
            if (end.Intents.Any(i => i.Kind is IntentKind.Backfill && i.Subject == id)) continue;
            // An attribute that comes or goes is seen in every value, and a word that is called otherwise too.
            if (before.Column(former) is { Computed: null } old && old.Type == column.Type
                && old.Type.Native!.Split('.')[^1] is var type && type is not ("c" or "cc" or "c[]" or "c_n" or "cc_n" or "c_n[]")
                && !words.Any(w => type.StartsWith(w!, StringComparison.Ordinal))) yield return (former, column.Name);
        }
    }

    private static Table? Former(Snapshot start, Snapshot end, Table after)
    {
        var intent = end.Intents.FirstOrDefault(i => i.Kind == IntentKind.RenamedFrom && i.Subject == ObjectId.Of(after));
        return start.Tables.FirstOrDefault(t => t.Name == (intent?.FormerId.QualifiedName ?? after.Name));
    }

    private static string Query(Table table, IEnumerable<Identifier> columns) =>
        $"SELECT {PostgreSqlText.Names(columns)} FROM {PostgreSqlText.Quote(table.Name)} ORDER BY id";

    private static string Count(List<QualifiedName> tables) =>
        string.Join(" + ", tables.Select(t => $"(SELECT count(*) FROM {PostgreSqlText.Quote(t)})")) is var sum ? $"SELECT {sum}" : "";
}
