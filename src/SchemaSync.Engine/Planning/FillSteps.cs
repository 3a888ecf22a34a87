using System.Globalization;

namespace SchemaSync.Engine.Planning;

/// <summary>Steps that give rows a value, in one form for all databases.</summary>
public static class FillSteps
{
    /// <summary>How a table is gone through; null where it has no key to go by.</summary>
    public static RowFill? Walk(Intent intent, string table, string missing, IEnumerable<string> key)
    {
        var columns = key.ToEquatableArray();
        return columns.IsEmpty ? null : new(table, missing, columns, intent.Rows ?? Intent.UsualRows, intent.Pause ?? 0);
    }

    /// <summary>The statement that fills a column, with what it does in words.</summary>
    /// <param name="intent">What is said.</param>
    /// <param name="sql">The statement for all rows at once; it ends in a condition.</param>
    /// <param name="walk">How it goes through the table; null for all rows at once.</param>
    public static Step Fill(Intent intent, string sql, RowFill? walk)
    {
        var way = walk is null
            ? "in one statement"
            : string.Create(CultureInfo.InvariantCulture, $"{walk.Rows} rows at a time by {string.Join(", ", walk.Key)}");
        var serves = $"fill {intent.Subject} where it is missing, {way}";
        return new()
        {
            Sql = sql,
            TransactionalSql = sql,
            Fill = walk,
            Written = RowValues.Written(intent),
            Serves = serves,
            Subject = intent.Subject,
            Transaction = TransactionMode.None,
            Lock = walk is null ? LockMode.BlocksWrites : LockMode.None,
            Rows = RowAccess.Rewrite,
            Hazards = walk is null ? [PlanHazards.FillsAtOnce(intent.Subject, serves)] : [],
        };
    }

    /// <summary>The question whether a row was left without a value, before the column becomes required.</summary>
    public static Step Check(Intent intent, string sql) => new()
    {
        Sql = sql,
        Written = RowValues.Written(intent),
        Serves = $"check {intent.Subject}",
        Subject = intent.Subject,
        IsAssertion = true,
        Expectation = $"{RowValues.Written(intent)} gives no value",
        Transaction = TransactionMode.Alone,
        Rows = RowAccess.Scan,
    };

    /// <summary>What is asked before the first step where nobody says what rows get.</summary>
    public static DataCheck Ask(ObjectId column, string sql, string meaning, string type) =>
        new(column, sql, meaning) { Value = Example(type) };

    /// <summary>Why such a column may fail, and what to write.</summary>
    public static string NoValue(Identifier column, string? type) =>
        $"{column} has no value for it ([Backfill(\"{Example(type ?? "")}\")] on the property gives one)";

    /// <summary>A value that a column of the type can hold: to be pasted, and thought about.</summary>
    public static string Example(string type)
    {
        bool Has(params string[] words) => words.Any(w => type.Contains(w, StringComparison.OrdinalIgnoreCase));
        return type.EndsWith("[]", StringComparison.Ordinal) ? "'{}'" : Has("json") ? "'{}'" : Has("bool") ? "false"
            : Has("char", "text", "clob") ? "''" : Has("timestamp", "datetime") ? "CURRENT_TIMESTAMP" : Has("date") ? "CURRENT_DATE"
            : Has("int", "numeric", "decimal", "real", "double", "float") ? "0" : "…";
    }
}
