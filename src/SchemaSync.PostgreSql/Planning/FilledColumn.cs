namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// A column in which rows that are there get a value. Filled by key while everybody works, asked whether every row got one, and
/// filled again behind the check that binds new rows: until then somebody may have written a row without a value.
/// </summary>
internal sealed class FilledColumn(PlanState state, PlanSteps steps, Table after, Column column, Intent fill)
{
    private readonly string _table = PostgreSqlText.Quote(after.Name);
    private readonly string _missing = $"{PostgreSqlText.Quote(column.Name)} IS NULL";

    private string Sql => $"UPDATE {_table} SET {PostgreSqlText.Quote(column.Name)} = ({fill.Sql}) WHERE {_missing}";

    /// <summary>The values of rows that are there.</summary>
    public void Plan(Change change)
    {
        Ask(change);
        steps.Add(Phase.Fill, FillSteps.Fill(fill, Sql, FillSteps.Walk(fill, _table, _missing, Key())));
        steps.Add(Phase.Fill, FillSteps.Check(fill, $"SELECT * FROM {_table} WHERE {_missing} AND ({fill.Sql}) IS NULL"));
    }

    /// <summary>Those that came since, of which there are few: the statement reads all rows and writes these.</summary>
    public void Again(Phase phase) => steps.Add(phase, FillSteps.Fill(fill, Sql, null) with
    {
        Serves = $"fill {fill.Subject} of rows that came meanwhile", TransactionalSql = null,
        Transaction = TransactionMode.Alone, Lock = LockMode.None, Hazards = [],
    });

    private void Ask(Change change)
    {
        if (!state.CanBeAsked(after, fill) || (change is Change.Add && ObjectUses.Names(new SqlExpression(fill.Sql!), column.Name))) return;
        var isMissing = change is Change.Add ? "" : $"{PostgreSqlText.Quote(state.Former(after.Name, column.Name))} IS NULL AND ";
        var value = state.Former(after.Name, new SqlExpression(fill.Sql!));
        steps.Ask(new(change.Id,
            $"SELECT * FROM {PostgreSqlText.Quote(state.Former(after.Name))} AS {PostgreSqlText.Quote(after.Name.Name)} WHERE "
                + $"{isMissing}({value}) IS NULL",
            $"{RowValues.Written(fill)} gives no value for a row of {after.Name}"));
    }

    // The order of a type of others is not the server's own, by which a key is gone through. One that the plan makes is not there yet.
    private IEnumerable<string> Key() =>
        state.FromTables[after.Name].PrimaryKey is { } key
            && key.Columns.All(c => state.HasServersEquality(state.FromTables[after.Name].Column(c.Column)?.Type.Native ?? ""))
            && key.Columns == after.PrimaryKey?.Columns ? key.Columns.Select(c => PostgreSqlText.Quote(c.Column)) : [];
}
