namespace SchemaSync.Generators.Building;

/// <summary>The attributes of one kind on a class and on its properties, with the columns each is about.</summary>
internal sealed class TableUses(TypeDeclaration type, TableHead head, BuildContext context)
{
    public TypeDeclaration Type { get; } = type;

    public TableHead Head { get; } = head;

    public BuildContext Context { get; } = context;

    public string Subject { get; } = $"table {head.Display}";

    /// <summary>What attributes say of the former names of what they declare.</summary>
    public List<Intent> Intents { get; } = [];

    /// <summary>Takes what an attribute says of the former name of a part.</summary>
    public void Moved(SchemaPart part, AttributeUse use)
    {
        if (MovedObjects.Of(ObjectId.Of(Head.Table, part), use, Context) is { } intent) Intents.Add(intent);
    }

    /// <summary>A check needs no columns on the class.</summary>
    public IEnumerable<(AttributeUse Use, EquatableArray<string> Columns, Place Place)> Of(AttributeKind kind,
        Func<AttributeUse, string> key)
    {
        foreach (var use in BuildContext.Winners(Context.Many(Type.Attributes, kind), key))
        {
            if (kind != AttributeKind.Check && use.Texts("Columns").IsEmpty) Misplaced(use, "on a class it needs columns");
            yield return (use, use.Texts("Columns"), use.Place);
        }

        foreach (var member in Type.Members.AsEnumerable())
        {
            var uses = Context.Many(member.Attributes, kind);
            if (uses.Count == 0 || Head.OfProperty(member.Name) is not { } column) continue;
            foreach (var use in BuildContext.Winners(uses, u => u.Text("Name") ?? ""))
            {
                if (!use.Texts("Columns").IsEmpty) Misplaced(use, "on a property it takes no columns; put it on the class");
                yield return (use, [column.Property], member.Place);
            }
        }
    }

    public void Misplaced(AttributeUse use, string reason) =>
        Context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, Subject, reason);

    /// <summary>What tells two attributes of one kind apart: the name, else the columns.</summary>
    public static string Key(AttributeUse use) => use.Text("Name") ?? string.Join(",", use.Texts("Columns"));

    public static Identifier Name(AttributeUse use) => new(use.Text("Name") ?? "");
}
