namespace SchemaSync.Model.Composition;

/// <summary>Renames and drops of one part that contradict what another declares: what one project knows, its own compiler says.</summary>
public static class ForeignIntents
{
    /// <summary>Whether an object is what is said to go, or stands in the schema that is.</summary>
    public static bool Keeps(ObjectId declared, ObjectId gone) =>
        declared == gone || (gone.Kind == ObjectKind.Schema && declared.Schema == gone.Name);

    internal static IEnumerable<Diagnostic> Of(IReadOnlyList<ComposedPart> parts)
    {
        if (parts.All(p => p.Model.Intents.IsEmpty)) return [];
        var declared = parts.SelectMany(p => p.Named().Select(n => (n.Id, Part: p))).GroupBy(n => n.Id)
            .ToDictionary(g => g.Key, g => g.First().Part);
        return
            from part in parts
            from intent in part.Model.Intents.Where(i => i.IsAboutNames)
            let found = Declared(intent.FormerId)
            where found.Part is not null && found.Part != part
            select Of(intent, part, found.Part!, found.Id);

        (ObjectId Id, ComposedPart? Part) Declared(ObjectId former)
        {
            if (declared.TryGetValue(former, out var part)) return (former, part);
            var inside = former.Kind == ObjectKind.Schema ? declared.FirstOrDefault(d => Keeps(d.Key, former)) : default;
            return (inside.Key, inside.Value);
        }
    }

    // A drop has no place of its own.
    private static Diagnostic Of(Intent intent, ComposedPart part, ComposedPart other, ObjectId declared)
    {
        var finding = intent.Kind == IntentKind.Dropped
            ? Diagnostic.Of(ModelDiagnostics.DroppedStillDeclared, $"{intent.FormerId} (in {part.Assembly})")
            : Diagnostic.Of(ModelDiagnostics.RenameSourceExists, $"{intent.Subject} in {part.Assembly}", intent.FormerId.QualifiedKey);
        return finding with { Subject = intent.FormerId, Location = part.Locate(intent.Subject) ?? other.Locate(declared) };
    }
}
