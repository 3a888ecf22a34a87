namespace SchemaSync.PostgreSql.Reading;

/// <summary>What a plan has to know of a schema's partitions and names beyond its objects.</summary>
internal static class SurroundingsReader
{
    /// <summary>Reads it for a schema that has a partitioned table.</summary>
    public static Surroundings Read(CatalogRows catalog, IEnumerable<TopLevelObject> objects)
    {
        var partitioned = catalog.Relations.Values.Where(r => r.Relkind == "p").ToDictionary(r => r.Oid);
        if (partitioned.Count == 0) return Surroundings.None;
        var kept = objects.OfType<Table>().Where(t => t.Opaque.IsEmpty).Select(t => t.Name).ToHashSet();
        var parts = catalog.Relations.Values.Where(r => r.Bound is not null).ToLookup(r => r.Parents[0]);
        bool IsClosed(RelationRow table) =>
            parts[table.Oid].Count() != table.Parts
                || parts[table.Oid].Any(p => !kept.Contains(catalog.NameOf(p)) || (p.Relkind == "p" && IsClosed(p)));
        return new(
            [],
            partitioned.Values.Where(IsClosed).Select(r => catalog.NameOf(r)).Order().ToEquatableArray(),
            catalog.Relations.Values.Select(r => r.Name).Concat(catalog.Indexes.All.Select(i => i.Name))
                .Order(StringComparer.Ordinal).ToEquatableArray());
    }
}
