namespace SchemaSync.Sqlite.Planning;

/// <summary>Questions to the rows before the first statement: the answer names the
/// rows that will not fit, SQLite's own error does not.</summary>
internal static class Questions
{
    // Where the rows that are there say nothing about a column yet, they are asked through a query that says what it will hold (from).

    /// <summary>Whether a text names a column; tokens only, so a string or function of that name does not count.</summary>
    public static bool Uses(SqlExpression expression, Identifier column) =>
        SqliteText.RenameIn(expression, column, new("\u0001")).Canonical != expression.Canonical;

    /// <summary>No row has NULL there.</summary>
    public static void NoNulls(StepList steps, Table table, Column column, string? from = null)
    {
        var (sql, meaning) = ($"SELECT * FROM {Rows(table, from)} WHERE {Q(column.Name)} IS NULL",
            $"a row of {table.Name} has no {column.Name}");
        // What is computed gets no value from anybody.
        if (from is null) steps.AskForValue(table, column, sql, meaning);
        else steps.Ask(ObjectId.Of(table.Name, column), sql, meaning, [table.Name]);
    }

    /// <summary>No row makes the check false; unknown passes, as in the check itself.</summary>
    public static void Holds(StepList steps, Table table, CheckConstraint check, string? from = null) =>
        steps.Ask(ObjectId.Of(table.Name, check), $"SELECT * FROM {Rows(table, from)} WHERE NOT ({check.Expression.Text})",
            $"a row of {table.Name} does not satisfy {check.Expression.Canonical}", [table.Name]);

    /// <summary>Every stored value is one that the column may hold.</summary>
    public static void Fits(StepList steps, Table table, Column column, string misfit, string? from = null) =>
        steps.Ask(ObjectId.Of(table.Name, column), $"SELECT * FROM {Rows(table, from)} WHERE {misfit}",
            $"a row of {table.Name} has a value that is no {column.Type} in {column.Name}", [table.Name]);

    /// <summary>The table has no rows.</summary>
    public static void IsEmpty(StepList steps, Table table, Column column) =>
        steps.AskForValue(table, column, $"SELECT * FROM {Q(table.Name)}",
            $"{column.Name} is NOT NULL without a default, and {table.Name} has rows");

    /// <summary>No two rows share a key without NULL in it.</summary>
    public static void NoDuplicates(StepList steps, Table table, ObjectId subject,
        EquatableArray<IndexPart> parts, SqlExpression? where, string? from = null) =>
        steps.Ask(subject, Duplicates(Rows(table, from), parts, where), $"rows of {table.Name} share a key", [table.Name]);

    /// <summary>The same in the middle of the transaction, where only the copy can tell.</summary>
    public static void NoDuplicatesMeanwhile(StepList steps, Table table, ObjectId subject,
        EquatableArray<IndexPart> parts, SqlExpression? where) =>
        steps.Assert(subject, Duplicates(Q(table.Name), parts, where) + " LIMIT 3", $"rows of {table.Name} share a key");

    private static string Duplicates(string rows, EquatableArray<IndexPart> parts, SqlExpression? where)
    {
        var keys = parts
            .Select(p =>
                (p.Expression is { } e ? $"({e.Text})" : Q(p.Column)) + (p.Collation is { } c ? $" COLLATE {Q(new Identifier(c))}" : ""))
                .ToList();
        var conditions = keys.Select(k => $"{k} IS NOT NULL").Concat(where is null ? [] : [$"({where.Text})"]);
        return $"SELECT {string.Join(", ", keys)}, count(*) AS \"rows\" FROM {rows} WHERE {string.Join(" AND ", conditions)} GROUP BY "
            + $"{string.Join(", ", keys)} HAVING count(*) > 1";
    }

    // A text may name the table before a column.
    private static string Rows(Table table, string? from) => from is null ? Q(table.Name) : $"{from} AS {Q(table.Name)}";

    private static string Q(Identifier name) => SqliteText.Quote(name);

    private static string Q(QualifiedName name) => SqliteText.Quote(name);
}
