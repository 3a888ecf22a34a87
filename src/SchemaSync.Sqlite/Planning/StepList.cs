namespace SchemaSync.Sqlite.Planning;

/// <summary>Statements of one phase, in order, and questions that come before the first statement of the plan.</summary>
internal sealed class StepList(PhasedSteps<Phase> plan, Phase phase, FormerTables names)
{
    /// <summary>A name as a text literal, for pragma functions.</summary>
    public static string Literal(QualifiedName name) => Literal(name.Name);

    public static string Literal(Identifier name) => $"'{name.Value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Adds a statement.</summary>
    public void Add(Step step) => plan.Add(phase, step);

    /// <summary>Adds a statement that serves a larger one and leaves nothing behind.</summary>
    public void Scaffold(ObjectId subject, string serves, string sql) =>
        Add(new Step { Sql = sql, Serves = serves, Subject = subject, Lock = LockMode.BlocksWrites });

    /// <summary>Adds a query over these tables, in the names they will have, that must return no row before the first statement.</summary>
    public void Ask(ObjectId subject, string sql, string meaning, IEnumerable<QualifiedName> tables) =>
        plan.Ask(new(subject, names.In(sql, tables), meaning));

    /// <summary>The same where rows are in the way only because nobody says what they get.</summary>
    public void AskForValue(Table table, Column column, string sql, string meaning) =>
        plan.Ask(FillSteps.Ask(ObjectId.Of(table.Name, column), names.In(sql, [table.Name]), meaning, column.Type.Native ?? ""));

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
