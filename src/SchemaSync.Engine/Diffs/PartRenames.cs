namespace SchemaSync.Engine.Diffs;

/// <summary>
/// Renames of what has no name among tables and types: routines, triggers, indexes, policies and the words of
/// enum types. They are found and done when tables, types and columns have their new names.
/// </summary>
internal sealed class PartRenames
{
    private static readonly ObjectKind[] Parts = [ObjectKind.Index, ObjectKind.Policy];

    private readonly Spelling _spelling;
    private readonly ILookup<ObjectKind, Intent> _declared;
    private readonly Dictionary<ObjectId, QualifiedName> _renamed = [];
    private readonly List<(QualifiedName Before, QualifiedName After)> _calls = [];
    private readonly Dictionary<QualifiedName, List<(Identifier Before, Identifier After)>> _labels = [];
    private readonly List<Change> _changes = [];

    private PartRenames(ILookup<ObjectKind, Intent> declared, Spelling spelling) => (_declared, _spelling) = (declared, spelling);

    /// <summary>The changes, those of each kind together.</summary>
    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>Finds them.</summary>
    /// <param name="from">The start state, with the renames of tables, types and columns done.</param>
    /// <param name="to">The target.</param>
    /// <param name="declared">What it declares, by kind.</param>
    /// <param name="spelling">How names are compared and found.</param>
    /// <exception cref="SchemaSyncException">SSY0302: the start state holds both names.</exception>
    public static PartRenames Find(Snapshot from, Snapshot to, ILookup<ObjectKind, Intent> declared, Spelling spelling)
    {
        var found = new PartRenames(declared, spelling);
        found.FindRoutines(ObjectKind.Function, from, to);
        found.FindRoutines(ObjectKind.Procedure, from, to);
        found.FindTriggers(from, to);
        foreach (var kind in Parts.Where(declared.Contains)) found.FindParts(kind, from, to);
        foreach (var type in to.Objects.OfType<EnumType>())
            found.FindLabels(from.Objects.OfType<EnumType>().FirstOrDefault(t => t.Name == type.Name), type);
        return found;
    }

    /// <summary>Whether any object of these kinds is declared as renamed.</summary>
    public static bool Any(ILookup<ObjectKind, Intent> declared) =>
        new[] { ObjectKind.Function, ObjectKind.Procedure, ObjectKind.Trigger, ObjectKind.EnumLabel }.Concat(Parts).Any(declared.Contains);

    /// <summary>An object of the start state with all of them done.</summary>
    public TopLevelObject Apply(TopLevelObject subject)
    {
        if (_changes.Count == 0) return subject;
        subject = Named(subject is Routine { IsAtomic: false } ? subject : subject.WithExpressions(Text(subject)));
        return subject switch
        {
            Table table => table with
            {
                Indexes = table.Indexes.Select(i => Renamed(table.Name, i)).ToEquatableArray(),
                Policies = table.Policies.Select(p => Renamed(table.Name, p)).ToEquatableArray(),
            },
            MaterializedView view => view with { Indexes = view.Indexes.Select(i => Renamed(view.Name, i)).ToEquatableArray() },
            EnumType type when _labels.TryGetValue(type.Name, out var labels) => type with
            {
                Values = type.Values.Select(v => labels.Find(l => l.Before.Value == v).After is { IsEmpty: false } after ? after.Value : v)
                    .ToEquatableArray(),
            },
            _ => subject,
        };
    }

    private TopLevelObject Named(TopLevelObject subject)
    {
        if (_renamed.TryGetValue(ObjectId.Of(subject), out var name)) subject = subject with { Name = name };
        return _calls.Count == 0 || subject.Uses.IsEmpty ? subject
            : subject with
            {
                Uses = subject.Uses.Select(u => _calls.Find(c => c.Before == u).After is { Name.IsEmpty: false } after ? after : u)
                    .ToEquatableArray(),
            };
    }

    private T Renamed<T>(QualifiedName owner, T part) where T : SchemaPart =>
        _renamed.TryGetValue(ObjectId.Of(owner, part), out var name) ? part with { Name = name.Name } : part;

    // The server keeps what a text means, and prints the new names by itself.
    private Func<SqlExpression, SqlExpression> Text(TopLevelObject subject)
    {
        var calls = _calls.FindAll(c => subject.Uses.Contains(c.Before));
        var labels = _labels.SelectMany(t => t.Value.Select(l => (Type: t.Key, l.Before, l.After))).ToList();
        return text =>
        {
            foreach (var (before, after) in calls) text = _spelling.RecallIn(text, before, after);
            foreach (var (type, before, after) in labels) text = _spelling.RelabelIn(text, type, before, after);
            return text;
        };
    }

    private void FindRoutines(ObjectKind kind, Snapshot from, Snapshot to)
    {
        if (!_declared.Contains(kind)) return;
        var after = to.Objects.OfType<Routine>().Where(r => r.Kind == kind).ToList();
        var formers = new Formers<Routine>(from.Objects.OfType<Routine>().Where(r => r.Kind == kind),
            after, _declared[kind], _spelling.Names);
        foreach (var wanted in after)
        {
            if (formers.Of(wanted) is not { } old || old.Name == wanted.Name) continue;
            _calls.Add((old.Name, wanted.Name));
            Add(default, old, old with { Name = wanted.Name });
        }
    }

    private void FindTriggers(Snapshot from, Snapshot to)
    {
        foreach (var table in _declared[ObjectKind.Trigger].Select(i => i.Subject.OwnerName).Distinct())
        {
            var after = to.Objects.OfType<Trigger>().Where(t => t.On == table).ToList();
            var intents = _declared[ObjectKind.Trigger].Where(i => i.Subject.OwnerName == table);
            var formers = new Formers<Trigger>(from.Objects.OfType<Trigger>().Where(t => t.On == table), after, intents, _spelling.Names);
            foreach (var wanted in after)
                if (formers.Of(wanted) is { } old && old.Name != wanted.Name) Add(default, old, old with { Name = wanted.Name });
        }
    }

    private void FindParts(ObjectKind kind, Snapshot from, Snapshot to)
    {
        foreach (var owner in _declared[kind].Select(i => i.Subject.OwnerName).Distinct())
        {
            var after = PartsOf(to, owner, kind);
            var formers = new Formers<SchemaPart>(PartsOf(from, owner, kind), after,
                _declared[kind].Where(i => i.Subject.OwnerName == owner), _spelling.Names);
            foreach (var wanted in after)
                if (formers.Of(wanted) is { } old && old.Name != wanted.Name) Add(owner, old, old with { Name = wanted.Name });
        }
    }

    private static List<SchemaPart> PartsOf(Snapshot snapshot, QualifiedName owner, ObjectKind kind) =>
        [.. snapshot.Objects.Where(o => o.Name == owner).SelectMany(o => o.Children).Where(c => c.Kind == kind)];

    private void FindLabels(EnumType? before, EnumType after)
    {
        var intents = _declared[ObjectKind.EnumLabel].Where(i => i.Subject.OwnerName == after.Name).ToList();
        if (before is null || intents.Count == 0) return;
        static IEnumerable<EnumLabel> Labels(EnumType type) => type.Values.Select(v => new EnumLabel { Name = new(v) });
        var formers = new Formers<EnumLabel>(Labels(before), Labels(after), intents, StringComparer.Ordinal);
        foreach (var wanted in Labels(after))
        {
            if (formers.Of(wanted) is not { } old || old.Name == wanted.Name) continue;
            if (!_labels.TryGetValue(after.Name, out var labels)) _labels[after.Name] = labels = [];
            labels.Add((old.Name, wanted.Name));
            _changes.Add(new Change.Rename(after.Name, old, wanted));
        }
    }

    private void Add(QualifiedName owner, SchemaObject old, SchemaObject wanted)
    {
        _renamed[ObjectId.Of(owner, old)] = wanted is TopLevelObject top ? top.Name : new(wanted.LocalName);
        _changes.Add(new Change.Rename(owner, old, wanted));
    }
}
