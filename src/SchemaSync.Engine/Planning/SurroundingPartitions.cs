namespace SchemaSync.Engine.Planning;

/// <summary>The partitions of others that the changes of a diff reach.</summary>
internal static class SurroundingPartitions
{
    /// <summary>What stands around the changes of a diff.</summary>
    public static Surroundings Of(Snapshot current, Diff diff)
    {
        if (current.Surroundings == Surroundings.None) return Surroundings.None;
        var ours = diff.From.Tables.Select(t => t.Name).ToHashSet();
        var parts = current.Tables.Where(t => !t.PartitionOf.IsEmpty && !ours.Contains(t.Name)).ToLookup(t => t.PartitionOf);
        var partitions = new Dictionary<QualifiedName, Table>();
        foreach (var table in diff.Changes.Select(Touched).Where(t => !t.IsEmpty).Distinct()) Add(diff.Former.Of(table));
        return current.Surroundings with { Partitions = partitions.Values.OrderBy(t => t.Name).ToEquatableArray() };

        void Add(QualifiedName table)
        {
            foreach (var part in parts[table])
            {
                if (partitions.TryAdd(part.Name, Bare(part))) Add(part.Name);
            }

            foreach (var part in diff.From.Tables.Where(t => t.PartitionOf == table)) Add(part.Name);
        }
    }

    // Indexes are built on every partition, a new partition has to find its place between the others, and a table that is partitioned
    // otherwise is made anew with all of them.
    private static QualifiedName Touched(Change change) => change switch
    {
        Change.Add { After: Index } or Change.Alter { After: Index } => change.Owner,
        Change.Add { After: Table { PartitionOf: var parent } } => parent,
        Change.Alter { Before: Table before, After: Table after }
            when before.PartitionBy?.Canonical != after.PartitionBy?.Canonical => after.Name,
        _ => default,
    };

    // Its own keys and rights are nobody's business here.
    private static Table Bare(Table table) =>
        new()
        {
            Name = table.Name,
            PartitionOf = table.PartitionOf,
            Bound = table.Bound,
            PartitionBy = table.PartitionBy,
            Uses = table.Uses,
        };
}
