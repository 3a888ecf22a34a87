namespace SchemaSync.Benchmarks;

/// <summary>
/// What a change costs beside what looking costs: the proved plan of one added column, and the server's form of a declaration in which one
/// property changed, each against the validation of the same database. Time on the wall, because half of the work is the server's.
/// </summary>
internal sealed class PlansRoom : IRoom
{
    private const string PostgreSql = "SCHEMASYNC_TEST_POSTGRESQL_15", MySql = "SCHEMASYNC_TEST_MYSQL_9_7";

    public string Name => "plans";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        var postgreSql = new PostgreSqlAdapter();
        foreach (var outcome in Change(effort, postgreSql, PostgreSql, effort.Of(1000), 1.5, ServerSchema.PostgreSql)) yield return outcome;
        foreach (var outcome in Change(effort.Fewer(), postgreSql, PostgreSql, effort.Of(10_000), 1.3, ServerSchema.PostgreSql))
            yield return outcome;
        foreach (var outcome in Change(effort.Fewer(), new MySqlAdapter(), MySql, effort.Of(1000), 1.5,
            (_, tables) => ServerSchema.MySql(tables))) yield return outcome;
    }

    private static IEnumerable<Outcome> Change(Effort effort, DatabaseAdapter adapter,
        string variable, int tables, double limit, Func<int, int, string> schema)
    {
        using var database = ServerDatabase.Create(adapter.Provider, variable);
        foreach (var part in Enumerable.Range(0, (tables + 999) / 1000))
            database.Run(schema(part * 1000, Math.Min(tables, (part + 1) * 1000)));
        if (adapter is PostgreSqlAdapter) database.Run("ANALYZE");
        var change = new ServerChange(adapter, database.Tenant);
        var size = FormattableString.Invariant($"{tables:N0} {adapter.Provider} tables");
        var costs = Turns.Take(effort, change.Validated, change.Planned, change.Declared);
        yield return Ratio($"plan of one added column, {size}", costs[0], costs[1], limit);
        yield return Ratio($"server's form of one changed property, {size}", costs[0], costs[2], 0.3);
    }

    private static Outcome Ratio(string name, Cost floor, Cost ours, double limit) =>
        new(name, Quantity.Milliseconds(floor.Wall), Quantity.Milliseconds(ours.Wall), new Limit.Times(limit));
}
