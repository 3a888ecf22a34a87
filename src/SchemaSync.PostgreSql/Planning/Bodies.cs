namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// Views, materialized views, triggers, routines and policies: those that change, and those that stand in the way of
/// another change because the server refuses it while they are there.
/// </summary>
internal sealed class Bodies
{
    private readonly PlanState _state;
    private readonly HashSet<ObjectId> _dropped = [];
    private readonly Dictionary<ObjectId, TopLevelObject> _from, _to;
    private readonly HashSet<(QualifiedName Table, Identifier Column)> _columns;
    private readonly HashSet<QualifiedName> _gone;

    /// <param name="state">Both sides.</param>
    /// <param name="columns">Columns that go or get another type, under their new names.</param>
    /// <param name="gone">Names of tables and types that go, or are replaced.</param>
    public Bodies(PlanState state, IEnumerable<(QualifiedName, Identifier)> columns, IEnumerable<QualifiedName> gone)
    {
        _state = state;
        _from = state.From.Where(IsBody).ToDictionary(ObjectId.Of);
        _to = state.To.Where(IsBody).ToDictionary(ObjectId.Of);
        _columns = [.. columns];
        _gone = [.. gone];
        foreach (var change in state.Diff.Changes.Where(c => c.Subject is TopLevelObject top && IsBody(top)))
        {
            if (change is Change.Drop
                || (change is Change.Alter { Before: var b, After: var a } && !InPlace((TopLevelObject)b, (TopLevelObject)a)))
                    _dropped.Add(change.Id);
        }

        while (Spread())
        {
        }
    }

    /// <summary>Whether it is a kind that others may stand on and that holds no data of its own.</summary>
    public static bool IsBody(TopLevelObject subject) => subject is View or MaterializedView or Trigger or Routine;

    /// <summary>Bodies that are dropped, each before what it needs.</summary>
    public IEnumerable<TopLevelObject> Dropped => Enumerable.Reverse(_state.Uses.Order(_dropped.Select(p => _from[p])));

    /// <summary>Whether this body is dropped, to come back or not.</summary>
    public bool IsDropped(ObjectId path) => _dropped.Contains(path);

    /// <summary>Bodies to create, each after what it needs; null where it is new.</summary>
    public IEnumerable<(TopLevelObject After, TopLevelObject? Before)> Created =>
        _state.Uses.Order(_to.Where(t => _dropped.Contains(t.Key) || !_from.ContainsKey(t.Key)).Select(t => t.Value))
            .Select(t => (t, _from.GetValueOrDefault(ObjectId.Of(t))));

    /// <summary>Names of bodies that are dropped: what uses one of them may have to go as well.</summary>
    public IReadOnlySet<QualifiedName> DroppedNames => _dropped.Select(p => _from[p].Name).ToHashSet();

    /// <summary>Whether a policy of a table stands in the way.</summary>
    public bool Blocks(QualifiedName table, Policy policy) =>
        _columns.Any(c => (c.Table == table || ObjectUses.Names(policy, c.Table)) && ObjectUses.Names(policy, c.Column))
            || DroppedNames.Concat(_gone).Any(n => ObjectUses.Names(policy, n));

    /// <summary>What can be changed without dropping it.</summary>
    public static bool InPlace(TopLevelObject before, TopLevelObject after) => (before, after) switch
    {
        (View b, View a) => b.Definition.Canonical == a.Definition.Canonical && b.Columns == a.Columns,
        (MaterializedView b, MaterializedView a) =>
            b.Definition.Canonical == a.Definition.Canonical && b.Columns == a.Columns && Fixed(b.Options).SequenceEqual(Fixed(a.Options)),
        (Routine b, Routine a) => b.Arguments == a.Arguments && b.Returns == a.Returns,
        (Trigger b, Trigger a) => (b with { State = a.State, Comment = a.Comment }).HasSameFacets(a),
        _ => false,
    };

    // One round: a body goes when it uses a column that changes, something that goes, or another body that goes.
    private bool Spread()
    {
        var names = DroppedNames.Concat(_gone).ToHashSet();
        var found = _from.Where(b => !_dropped.Contains(b.Key) && StandsInTheWay(b.Value, names)).Select(b => b.Key).ToList();
        _dropped.UnionWith(found);
        return found.Count > 0;
    }

    private bool StandsInTheWay(TopLevelObject body, HashSet<QualifiedName> gone)
    {
        var uses = _state.Uses.Of(body);
        if (uses.Overlaps(gone)) return true;
        // A trigger names its columns in its head; its function is text and follows by itself.
        return _columns.Any(c =>
            uses.Contains(c.Table)
                && (ObjectUses.Names(body, c.Column) || (body is Trigger trigger && trigger.UpdateOf.Contains(c.Column))));
    }

    private static IEnumerable<TableOption> Fixed(EquatableArray<TableOption> options) =>
        options.Where(o => o.Name is StorageOptions.Method or StorageOptions.Tablespace);
}
