namespace SchemaSync.Sqlite;

/// <summary>Collects statements in order.</summary>
internal sealed class SqliteSteps
{
    private readonly List<Step> _all = [];

    /// <summary>What was collected.</summary>
    public IReadOnlyList<Step> All => _all;

    /// <summary>A name as a text literal, for pragma functions.</summary>
    public static string Literal(Identifier name) => $"'{name.Value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Adds a statement.</summary>
    public void Add(Step step) => _all.Add(step);

    /// <summary>Adds a statement that serves a larger one and leaves nothing behind.</summary>
    public void Scaffold(ObjectId subject, string serves, string sql) =>
        Add(new Step { Sql = sql, Serves = serves, Subject = subject, Lock = LockMode.BlocksWrites });

    /// <summary>Adds a query that must return no row.</summary>
    public void Assert(ObjectId subject, string sql, string expectation) =>
        Add(new Step { Sql = sql, Serves = $"check {subject}", Subject = subject, IsAssertion = true, Expectation = expectation, Rows = RowAccess.Scan, Lock = LockMode.BlocksWrites });
}
