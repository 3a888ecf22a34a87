namespace SchemaSync.Engine.Snapshots;

/// <summary>A whole schema in one normal form.</summary>
public sealed class Snapshot
{
    private Fingerprint? _fingerprint;

    /// <summary>Whose spelling it is in.</summary>
    public required NormalForm Form { get; init; }

    /// <summary>The top-level objects.</summary>
    public EquatableArray<TopLevelObject> Objects { get; init; }

    /// <summary>Renames and drops the declaration asks for; empty for a snapshot read from a database.</summary>
    public EquatableArray<Intent> Intents { get; init; }

    /// <summary>Objects that were seen and cannot be kept; comparing or changing one is refused (SSY0202).</summary>
    public EquatableArray<UnsupportedObject> Unsupported { get; init; }

    /// <summary>
    /// What is there and yet no part of the schema: our own ledger, and what extensions brought. Only its names
    /// matter, which nothing else can have; empty for a snapshot that was not read from a database.
    /// </summary>
    public EquatableArray<ObjectId> Beside { get; init; }

    /// <summary>Other texts that the server may print for the target's; empty for a snapshot read from a database.</summary>
    public EquatableArray<Synonym> Synonyms { get; init; }

    /// <summary>Under which key the server's form of a declaration is kept; null for a snapshot that is none.</summary>
    public Fingerprint? Origin { get; init; }

    /// <summary>What of others stands around the objects; only a snapshot that was just read knows.</summary>
    public Surroundings Surroundings { get; init; } = Surroundings.None;

    /// <summary>SHA-256 over the facets of every object; order of objects does not matter.</summary>
    public Fingerprint Fingerprint => _fingerprint ??= Fingerprint.Of(this);

    /// <summary>The tables.</summary>
    public IEnumerable<Table> Tables => Objects.OfType<Table>();

    /// <summary>The same form without any object.</summary>
    public Snapshot Empty() => new() { Form = Form };

    /// <summary>The same snapshot with other objects.</summary>
    public Snapshot With(IEnumerable<TopLevelObject> objects) =>
        new()
        {
            Form = Form,
            Objects = objects.ToEquatableArray(),
            Intents = Intents,
            Unsupported = Unsupported,
            Synonyms = Synonyms,
            Origin = Origin,
        };

    /// <summary>The state alone: without the way that leads to it.</summary>
    public Snapshot State(params EquatableArray<Intent> intents) =>
        new() { Form = Form, Objects = Objects, Intents = intents, Synonyms = Synonyms };

    /// <summary>The state alone, with the schemas that must not be there: one that a target merely does not hold may stay.</summary>
    public Snapshot End() => State([.. Intents.Where(i => i.DropsSchema)]);

    /// <summary>The same snapshot with further texts that a server may print for its own.</summary>
    public Snapshot WithSynonyms(EquatableArray<Synonym> synonyms) =>
        synonyms.IsEmpty
            ? this
            : new()
            {
                Form = Form,
                Objects = Objects,
                Intents = Intents,
                Unsupported = Unsupported,
                Synonyms = [.. Synonyms.Concat(synonyms).DistinctBy(s => (s.Owner, s.Text))],
                Origin = Origin,
            };

    /// <summary>The same snapshot without all that the model has no words for, which nobody can make.</summary>
    public Snapshot WithoutOpaque() => Objects.All(o => o is not OpaqueObject && o.Opaque.IsEmpty) ? this
        : With(Objects.Where(o => o is not OpaqueObject).Select(o => o.Opaque.IsEmpty ? o : o with { Opaque = [] }));

    /// <summary>What was read, with objects that no server tells of.</summary>
    public Snapshot And(IEnumerable<SqlObject> made) => new()
    {
        Form = Form,
        Objects = [.. Objects, .. made.OrderBy(o => o.Name)],
        Intents = Intents,
        Unsupported = Unsupported,
        Beside = Beside,
        Synonyms = Synonyms,
        Origin = Origin,
        Surroundings = Surroundings,
    };

    /// <summary>The objects without those that the model has no words for and that are there because they are declared as SQL.</summary>
    public IEnumerable<TopLevelObject> WithoutMade()
    {
        var made = Objects.OfType<SqlObject>().Select(o => o.LocalName).ToHashSet();
        return made.Count == 0 ? Objects : Objects.Where(o => o is not OpaqueObject || !made.Contains(o.LocalName));
    }

    /// <summary>Refuses a snapshot that does not hold everything it was read from: what could not be read is equal to nothing.</summary>
    /// <exception cref="SchemaSyncException">SSY0202: for each object that cannot be kept.</exception>
    public void RefuseUnsupported()
    {
        if (Unsupported.IsEmpty) return;
        throw new SchemaSyncException(Unsupported
            .Select(u => Diagnostic.Of(InspectionDiagnostics.Unsupported, u.Id.ToString(), u.Reason) with { Subject = u.Id }).ToList());
    }

    /// <summary>
    /// What was read from a database, in the texts of this target, and with those rights, and that beyond the model, alone that this
    /// target speaks of.
    /// </summary>
    public Snapshot Settle(Snapshot read) => Synonym.Settle(SpokenOpaque.Of(Spoken.Of(read, this), this), Synonyms);

    /// <summary>What was read, with the rights of those objects alone of which this snapshot says who has any.</summary>
    public Snapshot SpokenOf(Snapshot read) => Spoken.Of(read, this);
}

/// <summary>An object that holds something the model has no word for.</summary>
/// <param name="Id">The object.</param>
/// <param name="Reason">What it uses, as the end of "… uses".</param>
public sealed record UnsupportedObject(ObjectId Id, string Reason);
