namespace SchemaSync.MySql.Planning;

/// <summary>
/// Dates without a year, a month or a day. The mode of our sessions is MySQL's own, which makes no default of one
/// (<c>'0000-00-00'</c>), and refuses the first row that holds one wherever it copies a table or compares while it writes, whatever that
/// is for. Statements that do so run in that mode without the two words that forbid it: values stay what they are.
/// </summary>
internal sealed class ZeroDates(Snapshot from, Snapshot to, MySqlCapabilities server)
{
    // What the server was made to promise: then no value is read.
    private static readonly string[] InPlace = ["ALGORITHM=INSTANT", "ALGORITHM=INPLACE, LOCK=NONE", "ALGORITHM=INPLACE, LOCK=SHARED"];

    // These move rows as they are, or none.
    private static readonly string[] Whole =
        [" DROP FOREIGN KEY ", " REORGANIZE PARTITION ", " COALESCE PARTITION ", " DROP PARTITION ", " ADD PARTITION "];

    private readonly HashSet<QualifiedName> _defaults = Of(server, from.Tables.Concat(to.Tables), t => t.Columns.Any(IsZero));

    private readonly HashSet<QualifiedName> _dated = Of(server, from.Tables, t => t.Columns.Any(IsDate));

    // A fill sets a moment that follows every update to itself, and goes by the key.
    private readonly HashSet<QualifiedName> _compared = Of(server, from.Tables, t => t.Columns.Any(c => IsDate(c)
        && (c.OnUpdate is not null || t.PrimaryKey?.Columns.Any(p => p.Column == c.Name) == true)));

    /// <summary>The steps, with what sets the mode around those that need it; questions between them are asked in either.</summary>
    public IEnumerable<Step> Around(IEnumerable<Step> steps)
    {
        Step? last = null;
        foreach (var step in steps)
        {
            var isNeeded = IsNeeded(step);
            if (isNeeded && last is null) yield return Mode(step, server.ZeroDateMode);
            if (!isNeeded && last is not null && !step.IsAssertion)
            {
                yield return Mode(last, server.SqlMode);
                last = null;
            }

            yield return step;
            if (isNeeded) last = step;
        }

        if (last is not null) yield return Mode(last, server.SqlMode);
    }

    private bool IsNeeded(Step step)
    {
        var table = step.Subject.Owner.IsEmpty ? step.Subject.QualifiedName : step.Subject.OwnerName;
        bool Begins(string words) => step.Sql.StartsWith(words, StringComparison.Ordinal);
        if (Begins("CREATE TABLE ")) return _defaults.Contains(table);
        if (Begins("UPDATE ")) return _compared.Contains(table);
        return Begins("ALTER TABLE ") && (_defaults.Contains(table) || (_dated.Contains(table) && MayCopy(step.Sql)));
    }

    private static bool MayCopy(string alter) => !Whole.Any(w => alter.Contains(w, StringComparison.Ordinal))
        && !InPlace.Any(p => alter.EndsWith(p, StringComparison.Ordinal));

    private static Step Mode(Step step, string mode) => new()
    {
        Sql = $"SET SESSION {Places.SqlMode} = {MySqlText.Literal(mode)}", Serves = step.Serves,
        Subject = step.Subject, Transaction = TransactionMode.None,
    };

    private static HashSet<QualifiedName> Of(MySqlCapabilities server, IEnumerable<Table> tables, Func<Table, bool> which) =>
        server.RefusesZeroDates ? [.. tables.Where(which).Select(t => t.Name)] : [];

    private static bool IsDate(Column column) => NativeType.Of(column.Type.Native!).Name is "date" or "datetime" or "timestamp";

    private static bool IsZero(Column column) => IsDate(column)
        && column.Default is { } value && Lexer.Read(value.Text).Significant is [{ Kind: SqlTokenKind.String } text]
        && text.ToString().Trim('\'').Split(' ')[0].Split('-') is [var year, var month, var day]
        && (year is "0000" || month is "00" || day is "00");
}
