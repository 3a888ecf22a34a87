namespace SchemaSync.MySql.Planning;

/// <summary>
/// Defaults such as <c>'0000-00-00'</c>: the mode of our sessions is MySQL's own, which takes a table that has one, but makes
/// none and copies none. Statements on such tables run in that mode without the two words that forbid it.
/// </summary>
internal sealed class ZeroDates(Snapshot from, Snapshot to, MySqlCapabilities server)
{
    private readonly HashSet<QualifiedName> _tables =
        [.. from.Tables.Concat(to.Tables).Where(t => server.RefusesZeroDates && t.Columns.Any(IsZero)).Select(t => t.Name)];

    /// <summary>The steps, with what sets the mode around those that need it.</summary>
    public IEnumerable<Step> Around(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            var isOfTable = step.Sql.StartsWith("ALTER TABLE", StringComparison.Ordinal)
                || step.Sql.StartsWith("CREATE TABLE", StringComparison.Ordinal);
            if (!isOfTable || !_tables.Contains(step.Subject.Owner.IsEmpty ? step.Subject.QualifiedName : step.Subject.OwnerName))
                yield return step;
            else foreach (var one in (Step[])[Mode(step, server.ZeroDateMode), step, Mode(step, server.SqlMode)]) yield return one;
        }
    }

    private static Step Mode(Step step, string mode) => new()
    {
        Sql = $"SET SESSION {Places.SqlMode} = {MySqlText.Literal(mode)}", Serves = step.Serves,
        Subject = step.Subject, Transaction = TransactionMode.None,
    };

    private static bool IsZero(Column column) => NativeType.Of(column.Type.Native!).Name is "date" or "datetime" or "timestamp"
        && column.Default is { } value && Lexer.Read(value.Text).Significant is [{ Kind: SqlTokenKind.String } text]
        && text.ToString().Trim('\'').Split(' ')[0].Split('-') is [var year, var month, var day]
        && (year is "0000" || month is "00" || day is "00");
}
