using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>One provider's whole schema with the place of every object.</summary>
internal sealed class DeclaredSchema
{
    private DeclaredSchema(BuildContext context, List<DeclaredTable> tables, List<PlacedObject> others, List<(Trigger, Place)> triggers, List<(Intent, Place)> intents)
    {
        (Context, Tables, Others, Triggers, Intents) = (context, tables, others, triggers, intents);
    }

    public BuildContext Context { get; }

    public IReadOnlyList<DeclaredTable> Tables { get; }

    /// <summary>Views and triggers.</summary>
    public IReadOnlyList<PlacedObject> Others { get; }

    public IReadOnlyList<(Trigger Trigger, Place Place)> Triggers { get; }

    public IReadOnlyList<(Intent Intent, Place Place)> Intents { get; }

    public static DeclaredSchema Build(IEnumerable<TypeDeclaration> types, BuildContext context)
    {
        var tables = new List<DeclaredTable>();
        var others = new List<PlacedObject>();
        var triggers = new List<(Trigger, Place)>();
        var intents = new List<(Intent, Place)>();
        foreach (var type in types)
        {
            var built = TypeBuilder.Build(type, context);
            if (built.Objects.OfType<Table>().FirstOrDefault() is { } table && context.Heads.ByType(context.Profile.Name, type.FullName) is { } head)
            {
                tables.Add(new(type, head, table, built.Places));
                intents.AddRange(IntentPlaces.Of(built, type, head, context));
            }

            others.AddRange(built.Places.Where(p => p.Path.Kind is "view" or "trigger"));
            triggers.AddRange(built.Objects.OfType<Trigger>().Zip(built.Places.Where(p => p.Path.Kind == "trigger"), (t, p) => (t, p.Place)));
        }

        var assembly = SchemaAssembler.BuildAssembly(context.Assembly, context);
        others.AddRange(assembly.Places);
        foreach (var use in context.Many(context.Assembly.Attributes, "Dropped"))
        {
            var name = use.Text("Name") ?? "";
            intents.Add((new(IntentKind.Dropped, new("table", default, name), new(name)), use.Place));
        }

        return new(context, tables, others, triggers, intents);
    }

    public DeclaredTable? Table(Identifier name) =>
        Tables.FirstOrDefault(t => string.Equals(t.Table.Name.Value, name.Value, Context.TableNames));
}

/// <summary>A table, the class that declares it, and where.</summary>
internal sealed record DeclaredTable(TypeDeclaration Type, TableHead Head, Table Table, EquatableArray<PlacedObject> Places)
{
    public Place Place => Place.OfType(Type.FullName);

    /// <summary>Where an object inside the table is declared; of two with one key, the later one.</summary>
    public Place PlaceOf(SchemaObject child)
    {
        var path = ObjectPath.Of(Table.Name, child);
        return Places.LastOrDefault(p => p.Path == path)?.Place ?? Place;
    }
}
