namespace SchemaSync.Engine.Diffs;

/// <summary>What lies between two snapshots of one form.</summary>
/// <param name="From">The present state.</param>
/// <param name="To">The wanted state.</param>
/// <param name="Changes">The differences, tables first, in an order that depends on content alone.</param>
/// <param name="Findings">Ambiguous renames (SSY0303); the plan carries them as hazards.</param>
public sealed record Diff(Snapshot From, Snapshot To, EquatableArray<Change> Changes, EquatableArray<Diagnostic> Findings)
{
    /// <summary>The present state once schemas have their new names, and nothing else has.</summary>
    public Snapshot Moved { get; init; } = From;

    /// <summary>The present state with every rename done, references included; nobody has to find renames again.</summary>
    public Snapshot Start { get; init; } = From;

    /// <summary>What is called otherwise before the renames.</summary>
    public FormerNames Former { get; } = new(Changes);

    /// <summary>What of others stands around the changes.</summary>
    public Surroundings Surroundings { get; init; } = Surroundings.None;

    /// <summary>Objects of which no planner knows and that are dropped to be made again: what the server keeps them for goes with them.
    /// </summary>
    public EquatableArray<QualifiedName> Replaced { get; init; }

    /// <summary>Whether both sides are equal.</summary>
    public bool IsEmpty => Changes.IsEmpty;
}
