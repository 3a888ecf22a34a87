using System.Text;

namespace SchemaSync.Engine.Execution;

/// <summary>What a run that did not reach its end left in the database. Messages tell it from here and from nowhere else.</summary>
/// <param name="Total">Statements of the plan; checks are none.</param>
/// <param name="Kept">Statements that are done and stay.</param>
/// <param name="RolledBack">Statements that were done and are taken back.</param>
/// <param name="Uncertain">What the statements served of which nobody said how they ended.</param>
/// <param name="Finish">What to do to finish, such as "run 'schemasync sync' again to finish".</param>
public sealed record RunState(int Total, int Kept, int RolledBack, EquatableArray<string> Uncertain, string Finish)
{
    /// <summary>What the statement served that failed and works in several transactions
    /// of its own, such as CREATE INDEX CONCURRENTLY.</summary>
    public string? Unfinished { get; init; }

    /// <summary>Whether the schema is certainly what it was before the run.</summary>
    public bool IsUnchanged => Kept == 0 && Uncertain.IsEmpty && Unfinished is null;

    /// <summary>The state as the end of a sentence.</summary>
    public override string ToString()
    {
        if (IsUnchanged) return "nothing was changed";
        var text = new StringBuilder(Kept == 0 ? $"none of {Total} statements is known to be done"
            : Kept == Total ? $"all {Total} statements are done and stay"
            : $"{Kept} of {Total} statements are done and stay");
        if (RolledBack > 0) text.Append($", {RolledBack} {(RolledBack == 1 ? "was" : "were")} rolled back");
        if (Uncertain.Count == 1) text.Append($", and nobody could tell whether '{Uncertain[0]}' was done");
        else if (Uncertain.Count > 1)
            text.Append($", and nobody could tell whether the {Uncertain.Count} from '{Uncertain[0]}' on were committed");
        if (Unfinished is not null) text.Append($", and what '{Unfinished}' began may be there unfinished, until the next run replaces it");
        return text.Append("; ").Append(Finish).ToString();
    }
}
