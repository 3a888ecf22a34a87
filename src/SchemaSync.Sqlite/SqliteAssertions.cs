namespace SchemaSync.Sqlite;

/// <summary>Questions to the rows before a statement they could make fail: the answer names a row, SQLite's own error does not.</summary>
internal static class SqliteAssertions
{
    // Where the rows that are there say nothing about a column yet, they are asked through a query that says what it will hold (from).

    /// <summary>Whether a text names a column; tokens only, so a string or function of that name does not count.</summary>
    public static bool Uses(SqlExpression expression, Identifier column) =>
        SqliteText.RenameIn(expression, column, new("\u0001")).Canonical != expression.Canonical;

    /// <summary>No row has NULL there.</summary>
    public static void NoNulls(SqliteSteps steps, Table table, Column column, string? from = null) =>
        steps.Assert(ObjectId.Of(table.Name, column), $"SELECT * FROM {from ?? Q(table.Name)} WHERE {Q(column.Name)} IS NULL LIMIT 3", $"a row of {table.Name} has no {column.Name}");

    /// <summary>No row makes the check false; unknown passes, as in the check itself.</summary>
    public static void Holds(SqliteSteps steps, Table table, CheckConstraint check, string? from = null) =>
        steps.Assert(ObjectId.Of(table.Name, check), $"SELECT * FROM {from ?? Q(table.Name)} WHERE NOT ({check.Expression.Text}) LIMIT 3", $"a row of {table.Name} does not satisfy {check.Expression.Canonical}");

    /// <summary>Every stored value is one that the column may hold.</summary>
    public static void Fits(SqliteSteps steps, Table table, Column column, string misfit) =>
        steps.Assert(ObjectId.Of(table.Name, column), $"SELECT * FROM {Q(table.Name)} WHERE {misfit} LIMIT 3", $"a row of {table.Name} has a value that is no {column.Type} in {column.Name}");

    /// <summary>The table has no rows.</summary>
    public static void IsEmpty(SqliteSteps steps, Table table, Column column) =>
        steps.Assert(ObjectId.Of(table.Name, column), $"SELECT * FROM {Q(table.Name)} LIMIT 1", $"{column.Name} is NOT NULL without a default, and {table.Name} has rows");

    /// <summary>No two rows share a key without NULL in it.</summary>
    public static void NoDuplicates(SqliteSteps steps, Table table, ObjectId subject, EquatableArray<IndexPart> parts, SqlExpression? where, string? from = null)
    {
        var keys = parts.Select(p => (p.Expression is { } e ? $"({e.Text})" : Q(p.Column)) + (p.Collation is { } c ? $" COLLATE {Q(new(c))}" : "")).ToList();
        var conditions = keys.Select(k => $"{k} IS NOT NULL").Concat(where is null ? [] : [$"({where.Text})"]);
        steps.Assert(subject, $"SELECT {string.Join(", ", keys)}, count(*) AS \"rows\" FROM {from ?? Q(table.Name)} WHERE {string.Join(" AND ", conditions)} GROUP BY {string.Join(", ", keys)} HAVING count(*) > 1 LIMIT 3",
            $"rows of {table.Name} share a key");
    }

    private static string Q(Identifier name) => SqliteText.Quote(name);
}
