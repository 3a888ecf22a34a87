namespace SchemaSync.Engine;

/// <summary>Words a difference as findings at the place in C# where the object, or at least its table, is declared.</summary>
internal sealed class Drift(IReadOnlyDictionary<ObjectPath, SourceLocation> locations, string database, string repairCommand)
{
    /// <summary>One finding (SSY1001 … SSY1004) for each change, in the order of the changes.</summary>
    public EquatableArray<Diagnostic> Of(Diff diff) => diff.Changes.Select(Of).ToEquatableArray();

    private Diagnostic Of(Change change)
    {
        var path = change.Path.ToString();
        var diagnostic = change switch
        {
            Change.Add => Diagnostic.Of(DriftDiagnostics.Missing, path, database, repairCommand),
            Change.Drop => Diagnostic.Of(DriftDiagnostics.Undeclared, path, database, repairCommand),
            Change.Rename rename => Diagnostic.Of(DriftDiagnostics.NotRenamed, path, rename.Before.Key, database, repairCommand),
            _ => Diagnostic.Of(DriftDiagnostics.Different, path, database, ChangeWords.Of(change), repairCommand),
        };
        return diagnostic with { Subject = change.Path, Location = Locate(change) };
    }

    private SourceLocation? Locate(Change change)
    {
        if (locations.TryGetValue(change.Path, out var exact)) return exact;
        // A dropped trigger has no place of its own: its table has.
        var table = change.Subject is Trigger trigger ? trigger.On : change.Owner;
        return table.IsEmpty ? null : locations.GetValueOrDefault(new("table", default, table.Value));
    }
}
