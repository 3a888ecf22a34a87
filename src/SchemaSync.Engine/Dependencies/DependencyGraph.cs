namespace SchemaSync.Engine.Dependencies;

/// <summary>
/// Who needs whom among the top-level objects of one or more states, whoever they belong to. What a server told is in
/// <see cref="TopLevelObject.Uses"/> (pg_depend, or the tokens of a body); beside that stand foreign keys, owners, and the names in
/// texts that no server looks into. Where a name may mean several objects it means all of them: one too many costs a little, one too
/// few a wrong answer.
/// </summary>
internal sealed class DependencyGraph
{
    private readonly Spelling _spelling;
    private readonly Dictionary<ObjectId, Node> _nodes;
    private readonly ILookup<string, Node> _byName, _byWord;
    private readonly Dictionary<Node, List<(Node Dependant, Bond Bond)>> _dependants = [];
    private readonly bool _told, _othersTold;

    /// <summary>Of these objects, each in every version that a state has of it.</summary>
    /// <param name="objects">The objects, under the names that they have at the end.</param>
    /// <param name="others">Objects that are not ours.</param>
    /// <param name="spelling">How names are compared and found in texts.</param>
    /// <param name="told">Whether a server told what definitions use.</param>
    /// <param name="othersTold">The same of what is not ours; where nothing is said, as of ours.</param>
    public DependencyGraph(
        IEnumerable<TopLevelObject> objects, IEnumerable<TopLevelObject> others, Spelling spelling, bool told, bool? othersTold = null)
    {
        (_spelling, _told, _othersTold) = (spelling, told, othersTold ?? told);
        _nodes = new(new ObjectIdComparer(spelling.Names));
        foreach (var subject in objects) Add(subject, isOurs: true);
        foreach (var subject in others) Add(subject, isOurs: false);
        // What stands on a table is not called by its own name.
        var named = _nodes.Values.Where(n => n.Id.Owner.IsEmpty).ToList();
        _byName = named.ToLookup(n => n.Id.QualifiedName.ToString(), spelling.Names);
        _byWord = named.ToLookup(n => n.Id.Name.ToString(), spelling.Names);
        foreach (var node in _nodes.Values)
        {
            foreach (var (needed, bond) in node.Needs = Needs(node))
            {
                if (!_dependants.TryGetValue(needed, out var list)) _dependants[needed] = list = [];
                list.Add((node, bond));
            }
        }
    }

    private void Add(TopLevelObject subject, bool isOurs)
    {
        var id = ObjectId.Of(subject);
        if (!_nodes.TryGetValue(id, out var node)) _nodes[id] = node = new(id, isOurs);
        node.Versions.Add(subject);
    }

    /// <summary>The object of that identity; null where no state has it.</summary>
    public Node? Find(ObjectId id) => _nodes.GetValueOrDefault(id);

    /// <summary>The objects of a kind.</summary>
    public IEnumerable<Node> OfKind(ObjectKind kind) => _nodes.Values.Where(n => n.Id.Kind == kind);

    /// <summary>What hangs on an object.</summary>
    public IEnumerable<(Node Dependant, Bond Bond)> DependantsOf(Node node) => _dependants.TryGetValue(node, out var list) ? list : [];

    private List<(Node, Bond)> Needs(Node node)
    {
        var needs = new Dictionary<Node, Bond>();
        var told = node.IsOurs ? _told : _othersTold;
        foreach (var subject in node.Versions)
        {
            // A server tells of types in Uses; what is only declared has them in its texts alone.
            if (!told) foreach (var word in TypeWords(subject)) Add(_byWord[word], Bond.Definition);
            foreach (var (name, bond) in Named(subject)) Add(_byName[name.ToString()], bond);
            if (subject is Trigger { Follows.IsEmpty: false } trigger
                && Find(ObjectId.In(trigger.Kind, trigger.On, trigger.Follows)) is { } first)
                Add([first], Bond.Definition);
            foreach (var word in Words(subject, told)) Add(_byWord[word], Bond.Text);
        }

        return [.. needs.Select(n => (n.Key, n.Value))];

        // The first bond that is found is the strongest, but for a text: that is read again whatever else ties the two.
        void Add(IEnumerable<Node> found, Bond bond)
        {
            foreach (var other in found)
            {
                if (ReferenceEquals(other, node) || needs.TryAdd(other, bond)) continue;
                if (bond == Bond.Text && needs[other] == Bond.Definition) needs[other] = bond;
            }
        }
    }

    private static IEnumerable<(QualifiedName Name, Bond Bond)> Named(TopLevelObject subject)
    {
        if (subject is Table { PartitionOf: { IsEmpty: false } parent }) yield return (parent, Bond.Partition);
        foreach (var name in subject.Uses.Concat(Heads(subject))) yield return (name, Bond.Definition);
        if (subject is Table table)
        {
            foreach (var key in table.ForeignKeys) yield return (key.ReferencedTable, Bond.Key);
        }

        if (subject.Name.IsQualified) yield return (new(subject.Name.Schema), Bond.Place);
    }

    private static IEnumerable<QualifiedName> Heads(TopLevelObject subject) => subject switch
    {
        Table table => table.Columns.Select(c => c.Type.TypeName).Where(n => !n.IsEmpty),
        Trigger { From.IsEmpty: true } trigger => [trigger.On],
        Trigger trigger => [trigger.On, trigger.From],
        Sequence { OwnedBy: { } owner } => [owner.Table],
        _ => [],
    };

    /// <summary>The words of types: of columns, domains and attributes, and in heads of routines.</summary>
    private HashSet<string> TypeWords(TopLevelObject subject)
    {
        var words = new HashSet<string>(_spelling.Names);
        MovedTypes.In(subject, text =>
        {
            words.UnionWith(_spelling.NamesIn(text.Text));
            return text;
        });
        return words;
    }

    /// <summary>The words of texts that the server did not look into.</summary>
    private HashSet<string> Words(TopLevelObject subject, bool told)
    {
        var words = new HashSet<string>(_spelling.Names);
        if (subject is SqlObject made) foreach (var text in made.Create) words.UnionWith(_spelling.NamesIn(text));
        else if (!told) subject.MapExpressions(Read);
        else if (subject is Routine { IsAtomic: false } routine) Read(routine.Body);
        return words;

        SqlExpression Read(SqlExpression text)
        {
            words.UnionWith(_spelling.NamesIn(text.Text));
            return text;
        }
    }
}

/// <summary>One object, in every version that a state has of it.</summary>
internal sealed class Node(ObjectId id, bool isOurs)
{
    /// <summary>Which it is.</summary>
    public ObjectId Id { get; } = id;

    /// <summary>Whether it is declared, or a run of ours made it.</summary>
    public bool IsOurs => isOurs;

    /// <summary>The versions; equal ones may be among them.</summary>
    public List<TopLevelObject> Versions { get; } = [];

    /// <summary>What it needs.</summary>
    public IReadOnlyList<(Node Needed, Bond Bond)> Needs { get; set; } = [];
}
