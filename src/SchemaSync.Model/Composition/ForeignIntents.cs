namespace SchemaSync.Model;

/// <summary>Renames and drops of one part that contradict what another declares: what one project knows, its own compiler says.</summary>
internal static class ForeignIntents
{
    public static IEnumerable<Diagnostic> Of(IReadOnlyList<ComposedPart> parts)
    {
        if (parts.All(p => p.Model.Intents.IsEmpty)) return [];
        var declared = parts.SelectMany(p => p.Named().Select(n => (n.Id, Part: p))).GroupBy(n => n.Id)
            .ToDictionary(g => g.Key, g => g.First().Part);
        return
            from part in parts
            from intent in part.Model.Intents
            where declared.TryGetValue(intent.FormerId, out var found) && found != part
            select Of(intent, part, declared[intent.FormerId]);
    }

    // A drop has no place of its own.
    private static Diagnostic Of(Intent intent, ComposedPart part, ComposedPart other)
    {
        var finding = intent.Kind == IntentKind.Dropped
            ? Diagnostic.Of(ModelDiagnostics.DroppedStillDeclared, $"{intent.FormerId} (in {part.Assembly})")
            : Diagnostic.Of(ModelDiagnostics.RenameSourceExists, $"{intent.Subject} in {part.Assembly}", intent.FormerId.QualifiedKey);
        return finding with { Subject = intent.FormerId, Location = part.Locate(intent.Subject) ?? other.Locate(intent.FormerId) };
    }
}
