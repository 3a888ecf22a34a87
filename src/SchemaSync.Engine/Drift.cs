namespace SchemaSync.Engine;

/// <summary>Words a difference as findings at the place in C# where the object, or at least its table, is declared.</summary>
internal sealed class Drift(IReadOnlyDictionary<ObjectId, SourceLocation> locations, string database, string repairCommand)
{
    private readonly DeclaredPlaces _places = new(locations);

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

    // A dropped trigger has no place of its own: its table has.
    private SourceLocation? Locate(Change change) =>
        _places.Of(change.Id) ?? (change.Subject is Trigger trigger ? _places.OfOwner(trigger.On) : null);
}
