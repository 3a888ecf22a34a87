namespace SchemaSync.PostgreSql.Planning;

/// <summary>A table that is made anew around its rows.</summary>
/// <param name="Before">As it is once renames are done.</param>
/// <param name="After">As wanted.</param>
/// <param name="Change">The change of the way it is partitioned.</param>
internal sealed record RemadeTable(Table Before, Table After, Change.Alter Change);

/// <summary>
/// Tables that become partitioned, cease to be, or are partitioned by something else. The server has no statement for it (manual, Table
/// Partitioning): the rows step aside, the table goes with its partitions, comes as it is wanted, and takes the rows back. So its change
/// becomes a drop and an addition, and all that hangs on it goes and comes as with any other table that goes.
/// </summary>
internal sealed class RemadeTables
{
    private readonly Dictionary<QualifiedName, Table> _from, _to;
    private readonly HashSet<QualifiedName> _names = [];
    private readonly HashSet<QualifiedName> _left = [];

    private RemadeTables(Diff diff)
    {
        _from = diff.Start.Tables.ToDictionary(t => t.Name);
        _to = diff.To.Tables.ToDictionary(t => t.Name);
        Diff = diff;
        foreach (var change in diff.Changes.OfType<Change.Alter>().Where(c => c is { Before: Table b, After: Table a } && IsRemade(b, a)))
        {
            var after = (Table)change.After;
            Tables.Add(new(_from[after.Name], after, change));
            foreach (var name in Tree(_from, after.Name).Concat(Tree(_to, after.Name)).Append(after.Name)) _names.Add(name);
            _left.UnionWith(Tree(_from, after.Name).Append(after.Name));
        }

        if (Tables.Count > 0) Diff = diff with { Changes = Changes(diff).ToEquatableArray() };
    }

    /// <summary>Those of a diff.</summary>
    public static RemadeTables Of(Diff diff) => new(diff);

    /// <summary>The diff in which they go and come.</summary>
    public Diff Diff { get; }

    /// <summary>The tables; their partitions are not among them.</summary>
    public List<RemadeTable> Tables { get; } = [];

    /// <summary>Whether a table is one of them, or a partition of one before or after.</summary>
    public bool Contains(QualifiedName table) => _names.Contains(table);

    /// <summary>Whether the rows of a table that goes are kept.</summary>
    public bool Keeps(QualifiedName table) => _left.Contains(table);

    /// <summary>What the steps of a table and its partitions serve.</summary>
    public IEnumerable<KeyValuePair<ObjectId, string>> WordsOf(RemadeTable table) =>
        Tree(_from, table.Before.Name).Concat(Tree(_to, table.After.Name)).Append(table.After.Name).Distinct()
            .Select(n => KeyValuePair.Create(ObjectId.Top(ObjectKind.Table, n), table.Change.ToString()));

    /// <summary>The partitions of a table that goes, in all depths.</summary>
    public IEnumerable<QualifiedName> PartitionsOf(RemadeTable table) => Tree(_from, table.Before.Name);

    /// <summary>Its partitions to come that are there and are no partitions of it.</summary>
    public IEnumerable<QualifiedName> JoiningOf(RemadeTable table) =>
        Tree(_to, table.After.Name).Where(_from.ContainsKey).Except(Tree(_from, table.Before.Name));

    /// <summary>Its partitions that stay, and are no partitions of it any more.</summary>
    public IEnumerable<QualifiedName> LeavingOf(RemadeTable table) =>
        Tree(_from, table.Before.Name).Where(_to.ContainsKey).Except(Tree(_to, table.After.Name));

    private static bool IsRemade(Table before, Table after) => before.PartitionBy?.Canonical != after.PartitionBy?.Canonical
        && before.PartitionOf.IsEmpty && after.PartitionOf.IsEmpty;

    private static IEnumerable<QualifiedName> Tree(Dictionary<QualifiedName, Table> tables, QualifiedName root) =>
        tables.Values.Where(t => t.PartitionOf == root).Select(t => t.Name).SelectMany(n => Tree(tables, n).Prepend(n));

    private IEnumerable<Change> Changes(Diff diff)
    {
        var known = diff.Changes.Where(c => c is Change.Add or Change.Drop && c.Owner.IsEmpty).Select(c => c.Id).ToHashSet();
        foreach (var change in diff.Changes)
            if (change is Change.Rename || !_names.Contains(change.Owner.IsEmpty ? change.Id.QualifiedName : change.Owner)
                || known.Contains(change.Id) || change.Subject is not (Table or SchemaPart)) yield return change;
        foreach (var name in _names.Order())
        {
            if (_from.TryGetValue(name, out var before) && !known.Contains(ObjectId.Of(before)))
                yield return new Change.Drop(default, before);
            if (_to.TryGetValue(name, out var after) && !known.Contains(ObjectId.Of(after))) yield return new Change.Add(default, after);
        }
    }
}
