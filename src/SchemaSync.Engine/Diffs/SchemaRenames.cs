namespace SchemaSync.Engine.Diffs;

/// <summary>
/// Schemas that get another name. The server has one statement for it, and all that stands in them goes along; so the objects are not
/// listed as changes, and everything else is compared under the new names.
/// </summary>
public sealed class SchemaRenames
{
    private readonly Spelling _spelling;
    private readonly Dictionary<Identifier, Identifier> _now = [];
    private readonly List<Change> _changes = [];

    private SchemaRenames(Spelling spelling) => _spelling = spelling;

    /// <summary>One for each schema.</summary>
    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>Finds them.</summary>
    /// <exception cref="SchemaSyncException">SSY0302: the start state holds both names.</exception>
    public static SchemaRenames Find(Snapshot from, Snapshot to, Spelling spelling)
    {
        var found = new SchemaRenames(spelling);
        var intents = Declared(to.Intents).ToList();
        if (intents.Count == 0) return found;
        var after = to.Objects.OfType<Schema>().ToList();
        var formers = new Formers<Schema>(from.Objects.OfType<Schema>(), after, intents, spelling.Names);
        foreach (var wanted in after)
        {
            if (formers.Of(wanted) is not { } old || old.Name == wanted.Name) continue;
            found._now[old.LocalName] = wanted.LocalName;
            found._changes.Add(new Change.Rename(default, old, old with { Name = wanted.Name }));
        }

        return found;
    }

    /// <summary>Those that lead back to the former names, as far as a target declares some.</summary>
    public static SchemaRenames Back(Snapshot target, Spelling spelling)
    {
        var back = new SchemaRenames(spelling);
        foreach (var intent in Declared(target.Intents)) back._now.TryAdd(intent.Subject.Name, intent.Former);
        return back;
    }

    /// <summary>A state with all of them done, texts included.</summary>
    public Snapshot Apply(Snapshot state) => _now.Count == 0 ? state : Renames.InSchemas(state, _now, _spelling);

    /// <summary>An identity as it is called afterwards.</summary>
    public ObjectId Apply(ObjectId id) => id with
    {
        Schema = _now.GetValueOrDefault(id.Schema, id.Schema),
        Name = id.Kind == ObjectKind.Schema ? _now.GetValueOrDefault(id.Name, id.Name) : id.Name,
    };

    /// <summary>A target of which the intents speak of the schemas as they are called afterwards.</summary>
    public Snapshot Align(Snapshot to) => _now.Count == 0 ? to : to.State([.. to.Intents.Select(Align)]);

    private Intent Align(Intent intent)
    {
        if (intent.FormerSchema.IsEmpty || !_now.TryGetValue(intent.FormerSchema, out var now)) return intent;
        return intent with { FormerSchema = now == intent.Subject.Schema ? default : now };
    }

    private static IEnumerable<Intent> Declared(IEnumerable<Intent> intents) =>
        intents.Where(i => i.Kind == IntentKind.RenamedFrom && i.Subject.Kind == ObjectKind.Schema);
}
