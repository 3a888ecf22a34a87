namespace SchemaSync.PostgreSql.Planning;

/// <summary>Asks each kind for the steps of its changes: what only touches the catalogue in one transaction, what takes its time online
/// after it. In which order they come <see cref="Phase"/> says.</summary>
internal sealed class ExpandPass
{
    private readonly PlanState _state;
    private readonly PlanSteps _steps = new();
    private readonly List<Change> _top;
    private readonly ILookup<QualifiedName, Change> _children;
    private readonly Bodies _bodies;

    public ExpandPass(Diff diff, PostgreSqlCapabilities server, Dialect dialect)
    {
        var remade = RemadeTables.Of(diff);
        diff = remade.Diff;
        _state = new(diff, server, dialect, remade);
        _top = diff.Changes.Where(c => c.Owner.IsEmpty).ToList();
        _children = diff.Changes.Where(c => !c.Owner.IsEmpty && c is not Change.Rename { After: Column or Index or Policy or EnumLabel })
            .Select(Present).ToLookup(c => c.Owner);
        _bodies = new(_state, Disturbed(), Gone());
    }

    /// <summary>Every statement in order, and the questions before them.</summary>
    /// <exception cref="SchemaSyncException">SSY0305: all for which there is no way.</exception>
    public PlannedSteps Steps()
    {
        var objects = new ObjectWork(_state, _steps, _bodies);
        var bodies = new BodyWork(_state, _steps, _bodies);
        var types = new TypeWork(_state, _steps);
        _steps.Expand(RefuseReplacedRoutines);
        _steps.Expand(() => RenameWork.PlanSchemas(_steps, _state));
        _steps.Expand(() => RenameWork.PlanAhead(_steps, _state));
        _steps.Expand(new ReplacedRoutines(_state, _steps).Plan);
        _steps.Expand(objects.DropBodies);
        _steps.Expand(() => RenameWork.Plan(_steps, _state, _bodies));
        foreach (var table in _state.Remade.Tables) _steps.Expand(new RowMove(_state, _steps, table).Plan);
        _steps.Expand(objects.Create);
        _steps.Expand(objects.Drop);
        foreach (var change in _top.OfType<Change.Alter>()) _steps.Expand(() => Alter(change, bodies, types));
        foreach (var table in _state.ToTables.Values
            .Where(t => _state.FromTables.ContainsKey(t.Name) && !_state.Remade.Contains(t.Name)).OrderBy(t => t.Name))
            _steps.Expand(() => Table(_state.FromTables[table.Name], table, bodies));
        foreach (var owner in _children.Where(g => !_state.ToTables.ContainsKey(g.Key)))
            _steps.Expand(() => Others(owner.Key, [.. owner], types));
        _steps.Expand(() => objects.CreateBodies(KeysToCome()));
        _steps.Expand(new GrantWork(_state, _steps, objects.Late).Plan);
        return _steps.InOrder();
    }

    private void Alter(Change.Alter change, BodyWork bodies, TypeWork types)
    {
        if (Bodies.IsBody((TopLevelObject)change.After)) bodies.Alter(change);
        else if (change is { Before: Table b, After: Table a })
        {
            if (PartitionMove.IsMove(change)) PartitionMove.Plan(_state, _steps, change);
            OptionWork.Plan(_state, _steps, change, b, a);
        }
        else types.Alter(change);
    }

    // Renames come first: what changes as well has its new name by then.
    private static Change Present(Change change) =>
        change is Change.Alter { Before: SchemaPart before, After: SchemaPart { Name.IsEmpty: false } after } alter
            && !before.Name.IsEmpty && before.Name != after.Name
        ? alter with { Before = before with { Name = after.Name } } : change;

    private void Table(Table before, Table after, BodyWork bodies)
    {
        var changes = _children[after.Name].ToList();
        changes.AddRange(RemadeParts.Of(_state, after, changes).ToList());
        bodies.Policies(before, after, changes);
        if (changes.Count == 0) return;
        var alters = changes.OfType<Change.Alter>().Where(c => c.After is Column).ToList();
        var gone = changes.Where(c => c is Change.Drop { Before: Column }).Concat(alters.Where(ColumnWork.IsReplaced))
            .Select(c => c.Subject.LocalName).Concat(ColumnWork.Around(_state, after.Name, alters).Select(c => c.Name)).ToHashSet();
        new ConstraintWork(_state, _steps, after,
            gone).Plan(changes.Where(c =>
                c.Subject is PrimaryKey or UniqueConstraint or CheckConstraint or ForeignKey or ExclusionConstraint));
        new ColumnWork(_state, _steps, after).Plan(changes);
        new IndexWork(_state, _steps, after.Name).Plan(changes.Where(c => c.Subject is Index),
            LostFrom(after).ToHashSet());
    }

    private void Others(QualifiedName owner, List<Change> changes, TypeWork types)
    {
        var view = _state.To.OfType<MaterializedView>().FirstOrDefault(v => v.Name == owner);
        if (view is null) foreach (var change in changes) types.Check(change);
        else if (!_bodies.IsDropped(ObjectId.Of(view))) new IndexWork(_state, _steps, owner).Plan(changes, new HashSet<Identifier>());
    }

    /// <summary>Columns that go or change in a way that the server refuses while something is built on them.</summary>
    private IEnumerable<(QualifiedName, Identifier)> Disturbed() =>
        _state.ToTables.Keys.SelectMany(table => Lost(table).Select(column => (table, column)))
        .Concat(_top.OfType<Change.Alter>().Where(c => c.After is CompositeType)
            .SelectMany(c =>
                CompositeWork.Gone((CompositeType)c.Before, (CompositeType)c.After).Select(name => (c.Id.QualifiedName, name))));

    private IEnumerable<Identifier> Lost(QualifiedName table) => _children[table].Where(c => c.Subject is Column && c switch
    {
        Change.Drop => true,
        Change.Alter alter => ColumnWork.IsRetyped(alter) || ColumnWork.IsReplaced(alter),
        _ => false,
    }).Select(c => c.Subject.LocalName)
    .Concat(ColumnWork.Around(_state, table, _children[table].OfType<Change.Alter>().Where(c => c.After is Column)).Select(c => c.Name))
    .Concat(_top.Where(EnumSwap.Needs).SelectMany(c => OfType(table, PostgreSqlText.Shown(c.Id.QualifiedName))));

    // A partition has the columns of its parent.
    private IEnumerable<Identifier> LostFrom(Table table) =>
        Lost(table.Name).Concat(_state.ToTables.TryGetValue(table.PartitionOf, out var parent) ? LostFrom(parent) : []);

    private IEnumerable<Identifier> OfType(QualifiedName table, string type) =>
        _state.FromTables.TryGetValue(table, out var before)
            ? before.Columns.Where(c => c.Type.Native == type || c.Type.Native == type + "[]").Select(c => c.Name)
            : [];

    private IEnumerable<QualifiedName> Gone() =>
        _top.Where(c =>
            (c is Change.Drop && !Bodies.IsBody((TopLevelObject)c.Subject)) || EnumSwap.Needs(c) || CompositeWork.IsReplaced(_state, c))
            .Select(c => c.Id.QualifiedName).Concat(_state.Diff.Replaced);

    /// <summary>Tables that get a key only after the shared transaction: a view may group by it (manual, SELECT, GROUP BY).</summary>
    private HashSet<QualifiedName> KeysToCome() =>
        [.. _children.SelectMany(g => g).Where(c => c is not (Change.Drop or Change.Rename) && c.Subject is PrimaryKey)
            .Select(c => c.Owner)];

    private void RefuseReplacedRoutines()
    {
        foreach (var routine in _bodies.Dropped.OfType<Routine>().Where(r => _state.To.Any(t => t.Kind == r.Kind && t.Key == r.Key)))
        {
            var path = ObjectId.Of(routine);
            var user = _state.From.FirstOrDefault(o =>
                o is Model.Objects.Table or Domain && Calls(o, routine)
                    && _state.To.Any(t => t.Kind == o.Kind && t.Key == o.Key && Calls(t, routine)));
            if (user is not null) throw PlanState.CannotPlan(path, $"change {path}", $"{ObjectId.Of(user)} uses it");
        }
    }

    // A policy that calls it goes and comes with it.
    private bool Calls(TopLevelObject user, Routine routine) =>
        _state.Uses.Of(user).Contains(routine.Name)
            && (user is not Table { Policies.IsEmpty: false } table || ObjectUses.Names(table with { Policies = [] }, routine.Name));
}
