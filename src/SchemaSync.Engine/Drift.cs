namespace SchemaSync.Engine;

/// <summary>Words a difference as findings at the place in C# where the object, or at least its table, is declared.</summary>
internal sealed class Drift(IReadOnlyDictionary<ObjectId, SourceLocation> locations, string database, string repairCommand)
{
    private static readonly ObjectKind[] Owners = [ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Domain];

    /// <summary>One finding (SSY1001 … SSY1004) for each change, in the order of the changes.</summary>
    public EquatableArray<Diagnostic> Of(Diff diff) => diff.Changes.Select(Of).ToEquatableArray();

    private Diagnostic Of(Change change)
    {
        var path = change.Id.ToString();
        var diagnostic = change switch
        {
            Change.Add => Diagnostic.Of(DriftDiagnostics.Missing, path, database, repairCommand),
            Change.Drop => Diagnostic.Of(DriftDiagnostics.Undeclared, path, database, repairCommand),
            Change.Rename rename => Diagnostic.Of(DriftDiagnostics.NotRenamed, path, rename.Before.Key, database, repairCommand),
            _ => Diagnostic.Of(DriftDiagnostics.Different, path, database, ChangeWords.Of(change), repairCommand),
        };
        return diagnostic with { Subject = change.Id, Location = Locate(change) };
    }

    private SourceLocation? Locate(Change change)
    {
        if (locations.TryGetValue(change.Id, out var exact)) return exact;
        if (change.Subject is Routine routine) return Locate(routine);
        // A dropped trigger has no place of its own: its table has.
        var owner = change.Subject is Trigger trigger ? trigger.On : change.Owner;
        return owner.IsEmpty
            ? null
            : Owners.Select(kind => locations.GetValueOrDefault(ObjectId.Top(kind, owner))).FirstOrDefault(l => l is not null);
    }

    /// <summary>The declaration may spell the types of the arguments otherwise than
    /// the server: their number tells overloads apart.</summary>
    private SourceLocation? Locate(Routine routine)
    {
        var declared = locations
            .Where(l => l.Key.Kind == routine.Kind && l.Key.QualifiedName == routine.Name && l.Key.Signature is not null).ToList();
        var alike = declared.Where(l => l.Key.Signature!.Count(c => c == ',') == (routine.Signature ?? "").Count(c => c == ',')).ToList();
        return (alike.Count > 0 ? alike : declared).Select(l => l.Value).FirstOrDefault();
    }
}
