namespace SchemaSync.Engine.Dependencies;

/// <summary>What a change begins with.</summary>
/// <param name="Id">The object that changes.</param>
/// <param name="Disturbs">Whether what is built on it may be in the way, or has to be made again; what is only added disturbs nobody.</param>
internal sealed record Seed(ObjectId Id, bool Disturbs);

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
/// What a change touches and leans on: the objects that change, what may have to be made again because of it, and what all of these need. Of a
/// table that is needed only to be referred to or read, the columns and keys are enough.
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
        var disturbed = new Dictionary<Node, bool>();
        foreach (var seed in seeds)
        {
            if (graph.Find(seed.Id) is not { } node) continue;
            closure.Include(node, Extent.Whole, null);
            disturbed[node] = disturbed.GetValueOrDefault(node) || seed.Disturbs;
        }

        closure.Spread(disturbed);
        closure.Complete();
        return closure;
    }

    /// <summary>How much of an object belongs to it; null where nothing does.</summary>
    public Extent? ExtentOf(ObjectId id) => _graph.Find(id) is { } node && _members.TryGetValue(node, out var member) ? member.Extent : null;

    /// <summary>How an object, or what a part stands on, came into it: the one that changes first, the object itself last.</summary>
    public IReadOnlyList<ObjectId> PathTo(ObjectId id)
    {
        var path = new List<ObjectId>();
        for (var node = _graph.Find(id) ?? _graph.Find(ObjectId.Top(ObjectKind.Table, id.OwnerName)); node is not null && _members.TryGetValue(node, out var member); node = member.Because) path.Insert(0, node.Id);
        return path;
    }

    /// <summary>From what changes to what hangs on it.</summary>
    private void Spread(Dictionary<Node, bool> disturbed)
    {
        var queue = new Queue<Node>(disturbed.Keys);
        while (queue.TryDequeue(out var node))
        {
            foreach (var (dependant, bond) in _graph.DependantsOf(node).Concat(node.Needs.Where(n => n.Bond == Bond.Partition)))
            {
                if (Reach(node, disturbed[node], dependant, bond) is not { } extent) continue;
                Include(dependant, extent, node);
                var isDisturbed = bond != Bond.Key && Passes(node, dependant) && disturbed[node];
                if (extent != Extent.Whole || (disturbed.TryGetValue(dependant, out var known) && (known || !isDisturbed))) continue;
                disturbed[dependant] = isDisturbed;
                queue.Enqueue(dependant);
            }
        }
    }

    private static Extent? Reach(Node node, bool isDisturbed, Node dependant, Bond bond) => bond switch
    {
        Bond.Place => null,
        // A body is read again by the server whenever what it names is another.
        Bond.Partition or Bond.Text => Extent.Whole,
        Bond.Key => isDisturbed ? Extent.References : null,
        _ => isDisturbed || HoldsRows(node, dependant) ? Extent.Whole : null,
    };

    // A table that has rows of another as values stands even in the way of a new column.
    private static bool HoldsRows(Node node, Node dependant) => node.Id.Kind == ObjectKind.Table && (dependant.Id.Kind == ObjectKind.CompositeType || dependant.Id.Kind == ObjectKind.Domain
        || dependant.Versions.OfType<Table>().Any(t => t.Columns.Any(c => c.Type.Native?.Contains(node.Id.Name.Value, StringComparison.OrdinalIgnoreCase) == true)));

    // A table is made again for nobody's sake; its columns change where their type does.
    private static bool Passes(Node node, Node dependant) => dependant.Id.Kind != ObjectKind.Table || IsType(node.Id.Kind) || node.Id.Kind == ObjectKind.Table;

    private static bool IsType(ObjectKind kind) => kind == ObjectKind.EnumType || kind == ObjectKind.Domain || kind == ObjectKind.CompositeType;

    /// <summary>From what is in it to what that needs.</summary>
    private void Complete()
    {
        while (_queue.TryDequeue(out var node))
        {
            var extent = _members[node].Extent;
            foreach (var (needed, bond) in node.Needs)
            {
                if (extent == Extent.Whole || IsOfFrame(needed, bond) || (extent == Extent.References && bond == Bond.Key && _members.ContainsKey(needed)))
                    Include(needed, needed.Id.Kind == ObjectKind.Table && bond != Bond.Partition ? Extent.Frame : Extent.Whole, node);
            }
        }
    }

    // Defaults, checks and policies are left out, and with them what they use.
    private static bool IsOfFrame(Node needed, Bond bond) => bond is Bond.Partition or Bond.Place || (bond == Bond.Definition && IsType(needed.Id.Kind));

    private void Include(Node node, Extent extent, Node? because)
    {
        if (_members.TryGetValue(node, out var member) && member.Extent >= extent) return;
        _members[node] = new(extent, member.Because ?? because);
        _queue.Enqueue(node);
    }

    private readonly record struct Member(Extent Extent, Node? Because);
}
