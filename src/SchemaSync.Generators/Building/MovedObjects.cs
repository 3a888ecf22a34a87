namespace SchemaSync.Generators.Building;

/// <summary>Types and sequences that were called otherwise: their attributes stand for one object each, and say it themselves.</summary>
internal static class MovedObjects
{
    private const string Argument = "RenamedFrom";

    /// <summary>Whether a kind says it itself.</summary>
    public static bool Holds(ObjectKind kind) =>
        kind == ObjectKind.Sequence || kind == ObjectKind.EnumType || kind == ObjectKind.Domain || kind == ObjectKind.CompositeType;

    /// <summary>What the attribute of an object says; null where it says nothing, or nothing that can be.</summary>
    public static Intent? Of(TopLevelObject subject, AttributeUse use, BuildContext context)
    {
        if (!Holds(subject.Kind) || use.Text(Argument) is not { } text || !context.Profile.Has(Feature.ObjectRenames)) return null;
        if (SchemaNames.Parse(text) is not { } name || !subject.Name.IsQualified)
        {
            var problem = subject.Name.IsQualified
                ? $"{text} is no name"
                : $"{Argument} is for what is in a schema that all tenants share; give it one, or rename it by hand";
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, ObjectId.Of(subject).ToString(), problem);
            return null;
        }

        var former = name.IsQualified ? name : subject.Name.Sibling(name.Name);
        if (context.Profile.IsSystemSchema(former.Schema.Value)) SchemaNames.Check(use, former.Schema.Value, use.Display, context);
        return new(IntentKind.RenamedFrom, ObjectId.Of(subject),
            former.Name) { FormerSchema = former.Schema == subject.Name.Schema ? default : former.Schema };
    }
}
