namespace SchemaSync.Engine;

/// <summary>How a database, or a committed snapshot, differs from a target.</summary>
/// <param name="Diff">From the database to the target.</param>
/// <param name="Diagnostics">One finding (10xx) for each difference, at the place in C# where there is one.</param>
/// <param name="Unmanaged">Objects of the database that were not compared: not declared, and not created by a run of ours.</param>
public sealed record Validation(Diff Diff, EquatableArray<Diagnostic> Diagnostics, EquatableArray<ObjectId> Unmanaged)
{
    /// <summary>Whether both sides are equal.</summary>
    public bool IsEqual => Diff.IsEmpty;
}
