namespace SchemaSync.MySql.Scratch;

/// <summary>
/// Events on scratch. The server would run an enabled one at once, and its body may name any database: so none is enabled there, and
/// what a snapshot would say of them is written down here instead.
/// </summary>
internal sealed class ScratchEvents
{
    private readonly HashSet<ObjectId> _enabled = new(new ObjectIdComparer(StringComparer.OrdinalIgnoreCase));

    /// <summary>The statement in which the event sleeps.</summary>
    public string Asleep(Step step)
    {
        if (step.Subject.Kind != ObjectKind.Event) return step.Sql;
        var tokens = Lexer.Read(step.Sql).Significant;
        if (tokens.Count < 2 || !tokens[1].IsWord("EVENT")) return step.Sql;
        // The head holds no other: names are quoted, and the schedule is an expression.
        var at = tokens.FindIndex(t => t.IsWord("PRESERVE")) + 1;
        var wakes = at > 0 && at < tokens.Count && tokens[at].IsWord("ENABLE");
        if (wakes) _enabled.Add(step.Subject);
        else _enabled.Remove(step.Subject);
        return wakes ? $"{step.Sql[..tokens[at].Start]}DISABLE{step.Sql[tokens[at].End..]}" : step.Sql;
    }

    /// <summary>What was read, with the events awake that are to be.</summary>
    public TopLevelObject Awake(TopLevelObject read) =>
        read is Event scheduled && _enabled.Contains(ObjectId.Of(scheduled)) ? scheduled with { State = EventState.Enabled } : read;
}
