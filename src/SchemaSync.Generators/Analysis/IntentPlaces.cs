namespace SchemaSync.Generators.Analysis;

/// <summary>Where the renames and drops of a class stand.</summary>
internal static class IntentPlaces
{
    public static IEnumerable<(Intent Intent, Place Place)> Of(BuiltType built, TypeDeclaration type, TableHead head, BuildContext context)
    {
        foreach (var intent in built.Intents.AsEnumerable().Where(i => i.IsAboutNames && !MovedObjects.Holds(i.Subject.Kind)))
        {
            var kind = intent.Kind == IntentKind.RenamedFrom ? AttributeKind.RenamedFrom : AttributeKind.Dropped;
            var attributes = intent.Kind == IntentKind.RenamedFrom && intent.Subject.Kind == ObjectKind.Column
                ? type.Members.FirstOrDefault(m =>
                    head.Columns.Any(c => c.Property == m.Name && c.Column == intent.Subject.Name.Value))?.Attributes ?? default
                : type.Attributes;
            var use = context.Many(attributes, kind).FirstOrDefault(u => Means(u, intent));
            yield return (intent, use?.Place ?? Place.OfType(type.FullName));
        }
    }

    private static bool Means(AttributeUse use, Intent intent) =>
        use.Text("Name") == intent.Former.Value
            || (intent.Subject.Kind == ObjectKind.Table
                && TypeIntents.Former(use, intent.Subject.QualifiedName) == intent.FormerId.QualifiedName);
}
