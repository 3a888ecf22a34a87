namespace SchemaSync.Engine.Adapters;

/// <summary>How a database runs declared SQL among the steps of a plan.</summary>
/// <param name="Transaction">How such a step shares transactions.</param>
/// <param name="StaysOnScratch">Whether nothing that it does on scratch, in whatever place it names, outlives the proof.</param>
/// <param name="ReadText">The tokens of a text.</param>
public sealed record HookRules(TransactionMode Transaction, bool StaysOnScratch, Func<string, LexedSql> ReadText)
{
    // Without them a run has no beginning and no end of its own.
    private static readonly string[] OfTransactions =
        ["BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE", "SET", "RESET", "USE", "XA"];

    /// <summary>Words of statements that are about the session, and would go on after them; those that every database has aside.</summary>
    public IReadOnlyList<string> OfSessions { get; init; } = [];

    /// <summary>Why a text is more than one statement; null when it is one. Without it that is left to the runner.</summary>
    public Func<string, string?>? NotOne { get; init; }

    /// <summary>Why tokens must not be run on scratch, because what they do reaches beyond it, as the end of a sentence.</summary>
    public Func<IReadOnlyList<SqlToken>, string?>? ReachesBeyond { get; init; }

    /// <summary>Why tokens may end a transaction in which they run, as the end of a sentence; null where nothing does without failing.
    /// </summary>
    public Func<IReadOnlyList<SqlToken>, string?>? EndsTransaction { get; init; }

    /// <summary>Why a text must not run among the steps of a plan, as the end of "its SQL …"; null when it may.</summary>
    public string? Fault(string sql, bool isTried)
    {
        var lexed = ReadText(sql);
        if (lexed.Error is { } error) return $"holds {error}";
        var tokens = lexed.Significant;
        if (tokens.TrueForAll(t => t.Is(";"))) return "is empty";
        if (NotOne?.Invoke(sql) is { } more) return more;
        var word = OfTransactions.Concat(OfSessions).FirstOrDefault(w => tokens[0].IsWord(w));
        if (word is not null) return $"begins with {word}, which is about the session or its transaction, and these belong to the sync";
        return isTried && ReachesBeyond?.Invoke(tokens) is { } beyond
            ? $"{beyond}, which cannot be tried on a scratch database; with Unproved = true it is not tried there" : null;
    }
}
