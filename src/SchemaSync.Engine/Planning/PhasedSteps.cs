namespace SchemaSync.Engine.Planning;

/// <summary>
/// Collects what a database makes of a diff: steps by phase, questions before the first of them, and refusals, so that all of these are
/// told at once. What comes when is the order of the phases, and stands there alone.
/// </summary>
/// <typeparam name="TPhase">The phases of the database, in order.</typeparam>
public class PhasedSteps<TPhase> where TPhase : struct, Enum
{
    private readonly SortedDictionary<TPhase, List<Step>> _phases = [];
    private readonly List<DataCheck> _questions = [];
    private readonly List<Diagnostic> _refusals = [];

    /// <summary>Adds a step; within a phase steps keep their order.</summary>
    public void Add(TPhase phase, Step step)
    {
        if (!_phases.TryGetValue(phase, out var steps)) _phases.Add(phase, steps = []);
        steps.Add(step);
    }

    /// <summary>Adds steps.</summary>
    public void Add(TPhase phase, IEnumerable<Step> steps)
    {
        foreach (var step in steps) Add(phase, step);
    }

    /// <summary>A question to the rows before the first step; the same one is asked once.</summary>
    public void Ask(DataCheck question)
    {
        if (!_questions.Contains(question)) _questions.Add(question);
    }

    /// <summary>Makes the steps of one part of the diff. What is refused there keeps nobody from looking at the rest.</summary>
    public void Expand(Action part)
    {
        try
        {
            part();
        }
        catch (SchemaSyncException e)
        {
            _refusals.AddRange(e.Diagnostics);
        }
    }

    /// <summary>Everything, in order.</summary>
    /// <exception cref="SchemaSyncException">All that was refused.</exception>
    public PlannedSteps InOrder() => _refusals.Count > 0
        ? throw new SchemaSyncException(_refusals.Distinct().ToList())
        : new([.. _questions], _phases.Values.SelectMany(s => s).ToEquatableArray());
}
