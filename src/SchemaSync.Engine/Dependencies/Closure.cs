namespace SchemaSync.Engine.Dependencies;

/// <summary>What an object that changes does to those that hang on it.</summary>
internal enum Disturbance
{
    /// <summary>It only gets something more: who hangs on it stays as it is.</summary>
    None,

    /// <summary>Definitions that hold it may read otherwise.</summary>
    Definitions,

    /// <summary>The server may refuse it while something hangs on it, foreign keys among them.</summary>
    Everything,
}

/// <summary>What a closure begins with.</summary>
/// <param name="Id">The object that changes.</param>
/// <param name="Disturbance">What that does to others.</param>
internal sealed record Seed(ObjectId Id, Disturbance Disturbance);

/// <summary>How much of an object is needed.</summary>
internal enum Extent
{
    /// <summary>Of a table its columns and keys.</summary>
    Frame,

    /// <summary>The same, with its foreign keys to what changes.</summary>
    References,

    /// <summary>All of it.</summary>
    Whole,
}

/// <summary>
/// What a change touches and leans on: the objects that change, what may have to be made again because of it, and what all of
/// these need. Of a table that is needed only to be referred to or read, the columns and keys are enough.
/// </summary>
internal sealed class Closure
{
    private readonly DependencyGraph _graph;
    private readonly Dictionary<Node, Member> _members = [];
    private readonly Queue<Node> _queue = [];

    private Closure(DependencyGraph graph) => _graph = graph;

    /// <summary>The closure of changes.</summary>
    public static Closure Of(DependencyGraph graph, IEnumerable<Seed> seeds)
    {
        var closure = new Closure(graph);
        var disturbed = new Dictionary<Node, Disturbance>();
        foreach (var seed in seeds)
        {
            if (graph.Find(seed.Id) is not { } node) continue;
            closure.Include(node, Extent.Whole, null);
            disturbed[node] = Max(disturbed.GetValueOrDefault(node), seed.Disturbance);
        }

        closure.Spread(disturbed);
        // What they brought is used by names that no catalogue and no text ties to them.
        foreach (var extension in graph.OfKind(ObjectKind.Extension).Where(n => n.IsOurs)) closure.Include(extension, Extent.Whole, null);
        closure.Complete();
        return closure;
    }

    /// <summary>How much of an object belongs to it; null where nothing does.</summary>
    public Extent? ExtentOf(ObjectId id) =>
        _graph.Find(id) is { } node && _members.TryGetValue(node, out var member) ? member.Extent : null;

    /// <summary>The objects that belong to it, as much of each as does.</summary>
    /// <param name="objects">The objects of one state.</param>
    /// <param name="named">The same under the names that the graph knows.</param>
    /// <param name="both">Those of all states, so named: foreign keys of any of them decide what a frame has, and it is the same in all.
    /// Those of the one state where there is no other.</param>
    public List<TopLevelObject> PartOf(IEnumerable<TopLevelObject> objects, IEnumerable<TopLevelObject> named,
        IEnumerable<TopLevelObject>? both = null)
    {
        var members = objects.Zip(named).Select(p => (Subject: p.First, Named: p.Second, Extent: ExtentOf(ObjectId.Of(p.Second))))
            .Where(p => p.Extent is not null).ToList();
        // SQLite takes references to a table that is not there, and one of another name may become it.
        var names = members.Select(m => m.Subject.Name)
            .Concat(members.Select(m => m.Named.Name).Except(objects.Select(o => o.Name))).ToHashSet();
        var keys = (both ?? named).OfType<Table>().Where(t => ExtentOf(ObjectId.Of(t)) is not null).SelectMany(t => t.ForeignKeys)
            .ToLookup(f => f.ReferencedTable, f => f.ReferencedColumns);
        return members.ConvertAll(m => m switch
        {
            { Subject: Table table, Named: Table now, Extent: Extent.Frame } =>
                Frame.Of(table, Carrying(table, now, keys[now.Name]), _ => false),
            { Subject: Table table, Named: Table now, Extent: Extent.References } => Frame.Of(
                table, Carrying(table, now, keys[now.Name].Concat(now.ForeignKeys.Select(f => f.Columns))),
                f => names.Contains(f.ReferencedTable)),
            _ => m.Subject,
        });
    }

    // Which index is which a rename leaves as it is.
    private static Func<Index, bool> Carrying(Table table, Table now, IEnumerable<EquatableArray<Identifier>> ends)
    {
        var all = ends.ToList();
        var carrying = table.Indexes.Zip(now.Indexes).Where(p => Carries(p.Second, all)).Select(p => p.First.Name).ToHashSet();
        return index => carrying.Contains(index.Name);
    }

    private static bool Carries(Index index, IEnumerable<EquatableArray<Identifier>> ends) => ends.Any(columns => Begins(index, columns));

    // MySQL has an index for both ends of a foreign key, and makes one where there is none (manual, FOREIGN KEY Constraints).
    private static bool Begins(Index index, EquatableArray<Identifier> columns) =>
        columns.Count <= index.Columns.Count && columns.ToHashSet().SetEquals(index.Columns.Take(columns.Count).Select(c => c.Column));

    /// <summary>How an object, or what a part stands on, came into it: the one that changes first, the object itself last.</summary>
    public IReadOnlyList<ObjectId> PathTo(ObjectId id)
    {
        var path = new List<ObjectId>();
        var node = _graph.Find(id) ?? _graph.Find(ObjectId.Top(ObjectKind.Table, id.OwnerName));
        for (; node is not null && _members.TryGetValue(node, out var member); node = member.Because) path.Insert(0, node.Id);
        return path;
    }

    /// <summary>From what changes to what hangs on it.</summary>
    private void Spread(Dictionary<Node, Disturbance> disturbed)
    {
        var queue = new Queue<Node>(disturbed.Keys);
        while (queue.TryDequeue(out var node))
        {
            foreach (var (dependant, bond) in _graph.DependantsOf(node).Concat(node.Needs.Where(n => n.Bond == Bond.Partition)))
            {
                // Nobody makes again what is not ours.
                if (!dependant.IsOurs || Reach(node, disturbed[node], dependant, bond) is not { } extent) continue;
                Include(dependant, extent, node);
                if (extent != Extent.Whole) continue;
                var passed = Passes(node, dependant) ? disturbed[node] : Disturbance.None;
                if (disturbed.TryGetValue(dependant, out var known) && known >= passed) continue;
                disturbed[dependant] = passed;
                queue.Enqueue(dependant);
            }
        }
    }

    private static Disturbance Max(Disturbance left, Disturbance right) => left > right ? left : right;

    private static Extent? Reach(Node node, Disturbance disturbance, Node dependant, Bond bond) => bond switch
    {
        Bond.Place => null,
        // A body is read again by the server whenever what it names is another.
        Bond.Partition or Bond.Text => Extent.Whole,
        Bond.Key => disturbance == Disturbance.Everything ? Extent.References : null,
        _ => disturbance != Disturbance.None || HoldsRows(node, dependant) ? Extent.Whole : null,
    };

    // A table that has rows of another as values stands even in the way of a new column, and a body that takes or gives
    // them may no longer fit.
    private static bool HoldsRows(Node node, Node dependant)
    {
        return node.Id.Kind == ObjectKind.Table && dependant.Versions.Any(Names);

        bool Names(TopLevelObject version) => version switch
        {
            CompositeType or Domain => true,
            Table table => table.Columns.Any(c => IsIn(c.Type.Native)),
            Routine { IsAtomic: false } routine => IsIn(routine.Returns) || IsIn(routine.Arguments),
            _ => false,
        };

        bool IsIn(string? text) => text?.Contains(node.Id.Name.Value, StringComparison.OrdinalIgnoreCase) == true;
    }

    // A table is made again for nobody's sake; its columns change where their type does.
    private static bool Passes(Node node, Node dependant) =>
        dependant.Id.Kind != ObjectKind.Table || IsType(node.Id.Kind) || node.Id.Kind == ObjectKind.Table;

    private static bool IsType(ObjectKind kind) =>
        kind == ObjectKind.EnumType || kind == ObjectKind.Domain || kind == ObjectKind.CompositeType;

    /// <summary>From what is in it to what that needs.</summary>
    private void Complete()
    {
        while (_queue.TryDequeue(out var node))
        {
            var extent = _members[node].Extent;
            foreach (var (needed, bond) in node.Needs)
            {
                if (extent == Extent.Whole || IsOfFrame(node, needed, bond)
                    || (extent == Extent.References && bond == Bond.Key && _members.ContainsKey(needed)))
                    Include(needed, needed.Id.Kind == ObjectKind.Table && bond != Bond.Partition ? Extent.Frame : Extent.Whole, node);
            }
        }
    }

    // Defaults, checks and policies are left out, and with them what they use.
    private static bool IsOfFrame(Node node, Node needed, Bond bond) =>
        bond is Bond.Partition or Bond.Place
        || (bond is Bond.Definition or Bond.Text && (IsType(needed.Id.Kind) || HoldsRows(needed, node)));

    private void Include(Node node, Extent extent, Node? because)
    {
        if (_members.TryGetValue(node, out var member) && member.Extent >= extent) return;
        _members[node] = new(extent, member.Because ?? because);
        _queue.Enqueue(node);
    }

    private readonly record struct Member(Extent Extent, Node? Because);
}
