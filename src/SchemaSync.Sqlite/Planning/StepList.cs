namespace SchemaSync.Sqlite.Planning;

/// <summary>Collects statements in order, and the questions that come before the first of them.</summary>
internal sealed class StepList(FormerNames names)
{
    private readonly List<Step> _all = [];
    private readonly List<DataCheck> _questions = [];

    /// <summary>What was collected.</summary>
    public IReadOnlyList<Step> All => _all;

    /// <summary>What is asked before the first statement.</summary>
    public EquatableArray<DataCheck> Questions => _questions.Distinct().ToEquatableArray();

    /// <summary>A name as a text literal, for pragma functions.</summary>
    public static string Literal(QualifiedName name) => Literal(name.Name);

    public static string Literal(Identifier name) => $"'{name.Value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Adds a statement.</summary>
    public void Add(Step step) => _all.Add(step);

    /// <summary>Adds a statement that serves a larger one and leaves nothing behind.</summary>
    public void Scaffold(ObjectId subject, string serves, string sql) =>
        Add(new Step { Sql = sql, Serves = serves, Subject = subject, Lock = LockMode.BlocksWrites });

    /// <summary>Adds a query over these tables, in the names they will have, that must return no row before the first statement.</summary>
    public void Ask(ObjectId subject, string sql, string meaning, IEnumerable<QualifiedName> tables) =>
        _questions.Add(new(subject, names.In(sql, tables), meaning));

    /// <summary>The same where rows are in the way only because nobody says what they get.</summary>
    public void AskForValue(Table table, Column column, string sql, string meaning) =>
        _questions.Add(FillSteps.Ask(ObjectId.Of(table.Name, column), names.In(sql, [table.Name]), meaning, column.Type.Native ?? ""));

    /// <summary>Adds a query that must return no row where it stands.</summary>
    public void Assert(ObjectId subject, string sql, string expectation) =>
        Add(new Step
        {
            Sql = sql,
            Serves = $"check {subject}",
            Subject = subject,
            IsAssertion = true,
            Expectation = expectation,
            Rows = RowAccess.Scan,
            Lock = LockMode.BlocksWrites,
        });
}
