namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// Names that a table takes into another schema, and that something of ours has there by then. Indexes, keys and sequences keep their names
/// on the way, and the statements on them come later under these names: so the plan is refused. What is not ours is found before (SSY0217).
/// </summary>
internal sealed class MoveClashes
{
    private readonly Dictionary<QualifiedName, string> _holders = [];
    private readonly ILookup<QualifiedName, Sequence> _owned;

    private MoveClashes(Snapshot from)
    {
        _owned = from.Objects.OfType<Sequence>().Where(s => s.OwnedBy is not null).ToLookup(s => s.OwnedBy!.Table);
        foreach (var relation in from.Objects.Where(o => o is Table or View or MaterializedView or Sequence or CompositeType))
            _holders[relation.Name] = ObjectId.Of(relation).ToString();
        foreach (var table in from.Tables) foreach (var (name, what) in Along(table)) _holders.TryAdd(table.Name.Sibling(name), what);
    }

    /// <summary>Refuses moves, in the order in which they run, that would meet a name.</summary>
    /// <exception cref="SchemaSyncException">SSY0305: for each such name.</exception>
    public static void Refuse(Snapshot from, IEnumerable<Change.Rename> moves)
    {
        var tables = moves.Where(m => m is { Before: Table before, After: Table after } && before.Name.Schema != after.Name.Schema)
            .ToList();
        if (tables.Count == 0) return;
        var clashes = new MoveClashes(from);
        var findings = tables.SelectMany(clashes.Of).ToList();
        if (findings.Count > 0) throw new SchemaSyncException(findings);
    }

    private List<Diagnostic> Of(Change.Rename move)
    {
        var (before, after) = ((Table)move.Before, ((Table)move.After).Name);
        var along = Along(before).ToList();
        foreach (var (name, _) in along) _holders.Remove(before.Name.Sibling(name));
        var findings = new List<Diagnostic>();
        foreach (var (name, what) in along)
        {
            if (_holders.TryAdd(after.Sibling(name), what)) continue;
            var reason = $"{what} goes along, and its name {name.Value} is that of {_holders[after.Sibling(name)]} there";
            findings.Add(Diagnostic.Of(DiffDiagnostics.CannotPlan, move.ToString(), reason) with { Subject = move.Id });
        }

        return findings;
    }

    private IEnumerable<(Identifier Name, string What)> Along(Table table)
    {
        var parts = table.Children.Where(c => c is Index or PrimaryKey or UniqueConstraint or ExclusionConstraint);
        foreach (var part in parts.Where(p => !p.LocalName.IsEmpty))
            yield return (part.LocalName, ObjectId.Of(table.Name, part).ToString());
        foreach (var sequence in _owned[table.Name]) yield return (sequence.Name.Name, ObjectId.Of(sequence).ToString());
        // A snapshot does not say what the server called it; on scratch it is called that.
        foreach (var column in table.Columns.Where(c => c.Identity is not null))
            yield return (new($"{table.Name.Name.Value}_{column.Name.Value}_seq"), $"the sequence of {ObjectId.Of(table.Name, column)}");
    }
}
