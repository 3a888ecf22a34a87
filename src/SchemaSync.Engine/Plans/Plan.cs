namespace SchemaSync.Engine.Plans;

/// <summary>
/// Ordered steps from one snapshot to another, for any database that is in the start state.
/// </summary>
public sealed record Plan
{
    /// <summary>One of <see cref="ProviderNames"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>The state it starts from; apply refuses another.</summary>
    public required Snapshot From { get; init; }

    /// <summary>The state it ends in; apply checks it.</summary>
    public required Snapshot To { get; init; }

    /// <summary>The changes it serves.</summary>
    public required EquatableArray<Change> Changes { get; init; }

    /// <summary>Queries that must return no row before the first step; each names what a row would mean.</summary>
    public EquatableArray<DataCheck> DataChecks { get; init; }

    /// <summary>The statements in order.</summary>
    public EquatableArray<Step> Steps { get; init; }

    /// <summary>Hazards of the plan as a whole (ambiguous renames, unproven).</summary>
    public EquatableArray<Hazard> Hazards { get; init; }

    /// <summary>What of others its steps work with; a proof needs it, a file does not keep it.</summary>
    public Surroundings Surroundings { get; init; } = Surroundings.None;

    /// <summary>What its proof looks at; a file does not keep it. Without one it looks at both states as a whole.</summary>
    internal ProofScope? Scope { get; init; }

    /// <summary>Whether a replay on a scratch copy ended in <see cref="To"/>, or its run is that replay (<see cref="ProvedByRun"/>).
    /// Never true for a plan from a file, which may say anything.</summary>
    public bool Proved { get; init; }

    /// <summary>Whether it counts as proved because its run is the proof: one transaction, compared with <see cref="To"/>
    /// before it ends.</summary>
    public bool ProvedByRun { get; init; }

    /// <summary>Whether it was read from a file: then it is made and proved again, and has to be the same, before it runs.</summary>
    internal bool IsSaved { get; init; }

    /// <summary>The version of SchemaSync that made it.</summary>
    public string Tool { get; init; } = "";

    /// <summary>Whether all its steps are meant to be one transaction (<see cref="PlanOptions.Transactional"/>).</summary>
    public bool Transactional { get; init; }

    /// <summary>Whether it takes back an earlier run; the ledger keeps this, so that the next revert goes further back.</summary>
    public bool IsRevert { get; init; }

    /// <summary>Whether there is nothing to do: no change, and no SQL that a run which died still owes.</summary>
    public bool IsEmpty => Changes.IsEmpty && !Steps.Any(s => s.IsHook);

    /// <summary>All hazards, those of the steps included.</summary>
    public IEnumerable<Hazard> AllHazards => Hazards.Concat(Steps.SelectMany(s => s.Hazards)).Distinct();

    /// <summary>The hazards whose codes are not allowed.</summary>
    public IReadOnlyList<Hazard> Refused(PlanPolicy policy) =>
        AllHazards.Where(h => h.Diagnostic.Entry.Severity == Severity.Hazard && !policy.Allows(h.Code)).ToList();
}

/// <summary>A question to the data that must have no answer before a plan may start.</summary>
/// <param name="Subject">The object whose change depends on it.</param>
/// <param name="Sql">A query; each returned row is an obstacle, and is shown as a sample.</param>
/// <param name="Meaning">What a row means, as the end of "cannot start:".</param>
public sealed record DataCheck(ObjectId Subject, string Sql, string Meaning)
{
    /// <summary>A value that would do, as SQL, where rows are asked for only because nobody
    /// says what they get; empty where values do not help.</summary>
    public string Value { get; init; } = "";
}

/// <summary>Which hazards the user accepts; the whole policy language.</summary>
/// <param name="Allowed">Codes such as <c>SSY0402</c>.</param>
public sealed record PlanPolicy(EquatableArray<string> Allowed)
{
    /// <summary>Nothing is allowed.</summary>
    public static PlanPolicy Strict { get; } = new(EquatableArray<string>.Empty);

    /// <summary>Whether a code is allowed.</summary>
    public bool Allows(string code) => Allowed.Contains(code);
}
