namespace SchemaSync.Generators.Conventions;

/// <summary>An index before it has a name.</summary>
/// <param name="Use">What declares it; null where a foreign key wants it.</param>
internal sealed record IndexColumns(AttributeUse? Use, EquatableArray<string> Members, bool IsUnique, Place Place)
{
    /// <summary>Whether the other is not needed beside this one.</summary>
    public bool Covers(IndexColumns other) => other.IsUnique ? IsUnique && Members == other.Members
        : Members.Count >= other.Members.Count && Members.Take(other.Members.Count).SequenceEqual(other.Members);
}

/// <summary>The indexes of a table: those of attributes, and one for each foreign key that no key or index begins with.</summary>
internal static class TableIndexes
{
    public static List<IndexColumns> Of(Entity table, TableColumns columns)
    {
        var indexes = new List<IndexColumns>();
        foreach (var entity in table.Held)
        {
            foreach (var (use, names, unique) in entity.Indexes)
                indexes.Add(new(use, Members(names.Select(entity.Find).OfType<Property>(), columns), unique, use.Place));
        }

        var key = new IndexColumns(null, Members(table.IsSplit ? table.Root.Key : table.Key, columns), IsUnique: true, table.Place);
        var wanted = table.Held.SelectMany(e => e.References)
            .Select(r => new IndexColumns(null, Members(r.Columns, columns), r.IsUnique, r.Place))
            .OrderByDescending(i => i.Members.Count).ThenByDescending(i => i.IsUnique).ToList();
        foreach (var index in wanted) if (!indexes.Append(key).Any(i => i.Covers(index))) indexes.Add(index);
        return indexes;
    }

    private static EquatableArray<string> Members(IEnumerable<Property> properties, TableColumns columns) =>
        properties.Select(p => columns[p].Member).ToEquatableArray();
}
