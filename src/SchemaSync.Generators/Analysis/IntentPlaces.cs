using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>Where the renames and drops of a class stand.</summary>
internal static class IntentPlaces
{
    public static IEnumerable<(Intent Intent, Place Place)> Of(BuiltType built, TypeDeclaration type, TableHead head, BuildContext context)
    {
        foreach (var intent in built.Intents.AsEnumerable())
        {
            var kind = intent.Kind == IntentKind.RenamedFrom ? "RenamedFrom" : "Dropped";
            var attributes = intent is { Kind: IntentKind.RenamedFrom, Subject.Kind: "column" }
                ? type.Members.FirstOrDefault(m => head.Columns.Any(c => c.Property == m.Name && c.Column == intent.Subject.Key))?.Attributes ?? default
                : type.Attributes;
            var use = context.Many(attributes, kind).FirstOrDefault(u => u.Text("Name") == intent.Former.Value);
            yield return (intent, use?.Place ?? Place.OfType(type.FullName));
        }
    }
}
