namespace SchemaSync.Generators.Building;

/// <summary>Objects that were called otherwise, but for tables and columns: their
/// attributes stand for one object each, and say it themselves.</summary>
internal static class MovedObjects
{
    private const string Argument = "RenamedFrom";

    private static readonly ObjectKind[] Moving = [ObjectKind.Sequence, ObjectKind.EnumType, ObjectKind.Domain, ObjectKind.CompositeType];
    private static readonly ObjectKind[] Staying =
    [
        ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Function, ObjectKind.Procedure, ObjectKind.Trigger, ObjectKind.Schema,
    ];

    private static readonly ObjectKind[] Parts = [ObjectKind.Index, ObjectKind.Policy, ObjectKind.EnumLabel];

    /// <summary>Whether a kind says it itself.</summary>
    public static bool Holds(ObjectKind kind) => Moving.Contains(kind) || Staying.Contains(kind) || Parts.Contains(kind);

    /// <summary>What the attribute of an object says; null where it says nothing, or nothing that can be.</summary>
    public static Intent? Of(TopLevelObject subject, AttributeUse use, BuildContext context)
    {
        if (!Holds(subject.Kind) || use.Text(Argument) is not { } text || !context.Profile.Has(Feature.ObjectRenames)) return null;
        var id = ObjectId.Of(subject);
        var name = SchemaNames.Parse(text);
        var problem = name is not { } given ? $"{text} is no name"
            : given.IsQualified && !Moving.Contains(subject.Kind) ? $"{Argument} is a name alone: it stays where it is"
            : given.IsQualified && !subject.Name.IsQualified
                ? $"{Argument} says a schema, but it is each tenant's own, and every tenant would move the same one" : null;
        if (problem is not null)
        {
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, id.ToString(), problem);
            return null;
        }

        var former = name!.Value.IsQualified ? name.Value : new(id.Schema, name.Value.Name);
        var place = subject is Schema ? former.Name : former.Schema;
        if (!place.IsEmpty && context.Profile.IsSystemSchema(place.Value))
            SchemaNames.Check(use, place.Value, use.Display, context);
        return new(IntentKind.RenamedFrom, id, former.Name) { FormerSchema = former.Schema == id.Schema ? default : former.Schema };
    }

    /// <summary>The same of a part of a table, or of a word of an enum type: its former name is taken as it is.</summary>
    public static Intent? Of(ObjectId part, AttributeUse use, BuildContext context) =>
        use.Text(Argument) is { } text && context.Profile.Has(Feature.ObjectRenames)
        ? new(IntentKind.RenamedFrom, part, new(text)) : null;

    /// <summary>The words of an enum that were others.</summary>
    public static IEnumerable<Intent> Words(EnumType type, CustomType custom, BuildContext context)
    {
        foreach (var member in custom.Members)
        {
            if (context.One(member.Attributes, AttributeKind.EnumLabel) is { } use && use.Text("Label") is { } label
                && Of(ObjectId.In(ObjectKind.EnumLabel, type.Name, new(label)), use, context) is { } intent) yield return intent;
        }
    }
}
