namespace SchemaSync.Engine.Snapshots;

/// <summary>
/// What others have made around the objects of a comparison, and a plan has to work with: partitions that
/// nobody declared. It is neither compared nor part of a fingerprint, and no file keeps it.
/// </summary>
/// <param name="Partitions">Of a snapshot that was read, empty; of a plan, the partitions that its steps touch.</param>
/// <param name="Closed">Tables with a partition that no statement of ours can be written for: a
/// foreign table, one of another schema, one that cannot be kept.</param>
/// <param name="Names">The names that relations and indexes of the schema have, where it has a partitioned table.</param>
public sealed record Surroundings(EquatableArray<Table> Partitions, EquatableArray<QualifiedName> Closed, EquatableArray<string> Names)
{
    /// <summary>Nothing of anybody.</summary>
    public static Surroundings None { get; } = new([], [], []);

    /// <summary>A snapshot without these partitions.</summary>
    public Snapshot Without(Snapshot snapshot)
    {
        if (Partitions.IsEmpty) return snapshot;
        var names = Partitions.Select(p => p.Name).ToHashSet();
        return new()
        {
            Form = snapshot.Form,
            Objects = snapshot.Objects.Where(o => o is not Table || !names.Contains(o.Name)).ToEquatableArray(),
            Unsupported = snapshot.Unsupported.Where(u => u.Id.Kind != ObjectKind.Table || !names.Contains(u.Id.QualifiedName))
                .ToEquatableArray(),
        };
    }
}
