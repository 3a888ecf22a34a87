namespace SchemaSync.PostgreSql.Planning;

/// <summary>A table's replica identity and its CLUSTER mark stand on an index and
/// go with it: they are set again on its successor.</summary>
internal static class IndexMarks
{
    /// <summary>Sets again what the table keeps on an index of that name.</summary>
    public static void Keep(PlanState state, PlanSteps steps, Change change, QualifiedName table, Identifier index)
    {
        if (!state.ToTables.TryGetValue(table, out var after) || !state.FromTables.TryGetValue(table, out var before)) return;
        var name = PostgreSqlText.Quote(index);
        foreach (var option in after.Options.Where(o => before.Options.Contains(o)))
        {
            var isMark = (option.Name == StorageOptions.Cluster && option.Value == index.Value)
                || (option.Name == StorageOptions.ReplicaIdentity && option.Value == $"USING INDEX {name}");
            if (isMark)
                steps.Catalogue(Phase.OnlineKeys, change,
                    $"ALTER TABLE {PostgreSqlText.Quote(table)} {TableText.Option(option, isSet: true)}");
        }
    }
}
