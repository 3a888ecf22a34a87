namespace SchemaSync.Generators.Analysis;

/// <summary>One provider's whole schema with the place of every object.</summary>
internal sealed class DeclaredSchema
{
    private readonly List<DeclaredTable> _tables = [];
    private readonly List<DeclaredObject> _others = [];
    private readonly List<(Intent, Place)> _intents = [];
    private Dictionary<string, DeclaredTable>? _byName;

    private DeclaredSchema(BuildContext context) => Context = context;

    public BuildContext Context { get; }

    /// <summary>The tables of classes.</summary>
    public IReadOnlyList<DeclaredTable> Tables => _tables;

    /// <summary>Everything else that stands by itself, partitions included.</summary>
    public IReadOnlyList<DeclaredObject> Others => _others;

    public IReadOnlyList<(Intent Intent, Place Place)> Intents => _intents;

    public static DeclaredSchema Build(IEnumerable<TypeDeclaration> types, ProjectInput project, BuildContext context,
        CancellationToken stop)
    {
        var schema = new DeclaredSchema(context);
        foreach (var type in types)
        {
            stop.ThrowIfCancellationRequested();
            schema.Add(type, KnownClass.Of(type).Check(project, context, project.Settings.Providers));
        }

        schema.AddOthers(SchemaAssembler.BuildAssembly(context.Assembly, context));
        schema._intents.AddRange(SchemaAssembler.Dropped(context.Assembly, context.Silent));
        return schema;
    }

    public DeclaredTable? Table(QualifiedName name)
    {
        if (_byName is null)
        {
            _byName = new(Context.TableComparer);
            foreach (var table in _tables)
                if (!_byName.ContainsKey(table.Head.Display)) _byName.Add(table.Head.Display, table);
        }

        return _byName.TryGetValue(name.ToString(), out var found) ? found : null;
    }

    private void Add(TypeDeclaration type, CheckedClass found)
    {
        Context.Findings.AddRange(found.Findings);
        if (found.Table is { } table)
        {
            _tables.Add(table);
            _intents.AddRange(IntentPlaces.Of(found.Built, type, table.Head, Context));
        }

        AddOthers(found.Built, found.Table is null ? 0 : 1);
    }

    /// <summary>Objects and their places are in one order; two objects may have one path.</summary>
    private void AddOthers(BuiltType built, int skip = 0)
    {
        foreach (var intent in built.Intents.AsEnumerable()
            .Where(i => i.Kind == IntentKind.RenamedFrom && MovedObjects.Holds(i.Subject.Kind)))
            _intents.Add((intent, PlaceOf(built, intent.Subject)));
        var places = new Queue<PlacedObject>(built.Places.Where(p => p.Id.IsListed).Skip(skip));
        foreach (var subject in built.Objects.Skip(skip)) _others.Add(new(subject, places.Dequeue().Place));
    }

    // A word of an enum has no place of its own.
    private static Place PlaceOf(BuiltType built, ObjectId id) => (built.Places.FirstOrDefault(p => p.Id == id)
        ?? built.Places.First(p => p.Id.Kind == ObjectKind.EnumType && p.Id.QualifiedName == id.OwnerName)).Place;
}

/// <summary>An object that stands by itself, and where it is declared.</summary>
internal sealed record DeclaredObject(TopLevelObject Object, Place Place);

/// <summary>A table, the class that declares it, and where.</summary>
internal sealed record DeclaredTable(TypeDeclaration Type, TableHead Head, Table Table, EquatableArray<PlacedObject> Places)
{
    public Place Place => Place.OfType(Type.FullName);

    /// <summary>Where an object inside the table is declared; of two with one key, the later one.</summary>
    public Place PlaceOf(SchemaPart child)
    {
        var id = ObjectId.Of(Table.Name, child);
        return Places.LastOrDefault(p => p.Id == id)?.Place ?? Place;
    }
}
