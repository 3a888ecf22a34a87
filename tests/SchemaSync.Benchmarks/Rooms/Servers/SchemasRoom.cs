namespace SchemaSync.Benchmarks;

/// <summary>The inspection of three PostgreSQL schemas against that of one that holds as many
/// tables. Time on the wall, because half of the work is the server's.</summary>
internal sealed class SchemasRoom : IRoom
{
    private const string Variable = "SCHEMASYNC_TEST_POSTGRESQL_15";
    private static readonly string[] Three = ["a", "b", "c"];

    public string Name => "schemas";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        var tables = effort.Of(333);
        using var one = ServerDatabase.Create(ProviderNames.PostgreSql, Variable);
        using var three = ServerDatabase.Create(ProviderNames.PostgreSql, Variable);
        one.Run(ServerSchema.PostgreSql(0, tables * Three.Length));
        foreach (var schema in Three)
            three.Run($"CREATE SCHEMA {schema}; SET search_path = {schema};\n{ServerSchema.PostgreSql(0, tables)}");
        one.Run("ANALYZE");
        three.Run("ANALYZE");
        var whole = new ServerInspection(new PostgreSqlAdapter(), one.Tenant, tables * Three.Length);
        var spread = new ServerInspection(new PostgreSqlAdapter(), three.Tenant with { Schemas = [.. Three] }, tables * Three.Length);
        var costs = Turns.Take(effort, whole.Ours, spread.Ours);
        yield return new(FormattableString.Invariant($"inspection, three PostgreSQL schemas of {tables:N0} tables"),
            Quantity.Milliseconds(costs[0].Wall),
            Quantity.Milliseconds(costs[1].Wall), new Limit.Times(1.1));
    }
}
