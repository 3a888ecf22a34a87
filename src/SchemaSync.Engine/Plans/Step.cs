namespace SchemaSync.Engine.Plans;

/// <summary>What everyone else cannot do while a step holds its strongest lock.</summary>
public enum LockMode
{
    /// <summary>Nobody waits.</summary>
    None,
    /// <summary>Other schema changes wait.</summary>
    BlocksDdl,
    /// <summary>Writers wait.</summary>
    BlocksWrites,
    /// <summary>Readers and writers wait.</summary>
    BlocksReads,
}

/// <summary>How a step shares transactions.</summary>
public enum TransactionMode
{
    /// <summary>Together with its neighbours.</summary>
    Shared,
    /// <summary>In a transaction of its own.</summary>
    Alone,
    /// <summary>Outside any transaction.</summary>
    None,
}

/// <summary>How much of a table a step touches.</summary>
public enum RowAccess
{
    /// <summary>Catalogue only.</summary>
    None,
    /// <summary>Reads every row.</summary>
    Scan,
    /// <summary>Writes every row.</summary>
    Rewrite,
}

/// <summary>How a step is taken back.</summary>
public enum ReverseKind
{
    /// <summary>The step leaves nothing that would have to be taken back.</summary>
    Nothing,
    /// <summary>The plan back restores what the step changed.</summary>
    Sql,
    /// <summary>Structure comes back, values do not.</summary>
    Impossible,
}

/// <summary>How a step is taken back, with the statements or the reason.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Text">The statements, or why it is impossible.</param>
public sealed record Reverse(ReverseKind Kind, string Text = "");

/// <summary>A hazard of one step: a code of the catalogue and its sentence.</summary>
/// <param name="Diagnostic">A 04xx code (or SSY0303) with its arguments.</param>
public sealed record Hazard(Diagnostic Diagnostic)
{
    /// <summary>The code that allows it.</summary>
    public string Code => Diagnostic.Entry.Code;
}

/// <summary>One statement and its facts.</summary>
public sealed record Step
{
    /// <summary>The statement.</summary>
    public required string Sql { get; init; }

    /// <summary>
    /// The statement where everything is one transaction (on scratch, and for those who ask for it); null when it is the
    /// same. Such as CREATE INDEX in place of CREATE INDEX CONCURRENTLY.
    /// </summary>
    public string? TransactionalSql { get; init; }

    /// <summary>
    /// What takes its place where the server does not do it this way (ALGORITHM and LOCK of MySQL), with hazards of its own. The proof
    /// finds out, and a proved plan has none left.
    /// </summary>
    public Step? Fallback { get; init; }

    /// <summary>The same for a program that takes large tables off the server's hands;
    /// null where no row is written and nobody waits.</summary>
    public TableChange? Online { get; init; }

    /// <summary>How it goes through the rows of a large table; null for a statement that is run as it is.</summary>
    public RowFill? Fill { get; init; }

    /// <summary>
    /// What of the declaration holds SQL that it runs, such as <c>[Backfill] of column
    /// customers.code</c>: a server that refuses that means it. Empty where all is made here.
    /// </summary>
    public string Written { get; init; } = "";

    /// <summary>
    /// What it does in one statement, each alone, where declared SQL is a part of it: scratch tries them before it, so that a refusal means
    /// whose part it is. Queries, where the database has no way to take a part back. A proved plan has none left.
    /// </summary>
    public EquatableArray<Step> Parts { get; init; }

    /// <summary>Whether it is declared SQL that runs along, and serves no change.</summary>
    public bool IsHook { get; init; }

    /// <summary>Whether it gives a new tenant its first rows; then it is a hook, and in one transaction with what tells of it.</summary>
    public bool IsSeed { get; init; }

    /// <summary>Whether an object that is SQL alone is there once it has run.</summary>
    public bool Makes { get; init; }

    /// <summary>Whether an object that is SQL alone may be there no more once it has begun.</summary>
    public bool Drops { get; init; }

    /// <summary>Whether it is kept from scratch, so that nobody knows what it does before it runs.</summary>
    public bool IsUntried { get; init; }

    /// <summary>The change it serves, in words: <c>add column customers.phone</c>.</summary>
    public required string Serves { get; init; }

    /// <summary>What it is about.</summary>
    public required ObjectId Subject { get; init; }

    /// <summary>A query that must return no row, instead of a statement that changes something.</summary>
    public bool IsAssertion { get; init; }

    /// <summary>For an assertion: what a returned row means, as the end of "the check of … failed:".</summary>
    public string Expectation { get; init; } = "";

    /// <summary>What may go wrong, by code.</summary>
    public EquatableArray<Hazard> Hazards { get; init; }

    /// <summary>The strongest lock.</summary>
    public LockMode Lock { get; init; }

    /// <summary>How much of the table it touches.</summary>
    public RowAccess Rows { get; init; }

    /// <summary>How it shares transactions.</summary>
    public TransactionMode Transaction { get; init; }

    /// <summary>How it is taken back.</summary>
    public Reverse Reverse { get; init; } = new(ReverseKind.Nothing);
}
