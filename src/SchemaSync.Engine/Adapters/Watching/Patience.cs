namespace SchemaSync.Engine.Adapters.Watching;

/// <summary>How long whoever does not answer is waited for. A statement may rightly take hours: only silence has a limit.</summary>
internal sealed record Patience
{
    /// <summary>After so much silence the server is asked on another connection what became of the statement, and again as often.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the answer to that may take.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>So many questions in a row have to go unanswered before the server counts as gone: it may only be busy.</summary>
    public int Questions { get; init; } = 3;

    /// <summary>The pause after a question that went unanswered.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long after a cancellation everything together may go on.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>What is left for a single call when that time is over already.</summary>
    public TimeSpan Moment { get; init; } = TimeSpan.FromMilliseconds(200);
}
