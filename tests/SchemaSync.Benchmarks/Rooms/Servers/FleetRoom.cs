namespace SchemaSync.Benchmarks;

/// <summary>
/// Tenants that are schemas of one PostgreSQL database: new ones, and one column more in each, against the bare statements in one message
/// for each over as many connections; a validation of all of them, against the query that tells which are equal. Time on the wall, because
/// most of the work is the server's.
/// </summary>
internal sealed class FleetRoom : IRoom
{
    private const string Variable = "SCHEMASYNC_TEST_POSTGRESQL_15";
    private const int Tables = 20;

    public string Name => "fleet";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        var tenants = effort.Of(1000);
        var sql = ServerSchema.PostgreSql(0, Tables);
        using var model = Database();
        var target = ServerFleet.TargetOf(model, sql);
        var costs = Turns.Take(effort.Fewer(), () => In(f => f.CreateByHand(sql)), () => In(f => f.Create()));
        yield return Ratio(FormattableString.Invariant($"{tenants:N0} new tenants, {Tables} tables each"), costs[0], costs[1], 1.2);
        using var database = Database();
        var fleet = new ServerFleet(database, tenants, target);
        fleet.Create();
        database.Run("ANALYZE");
        costs = Turns.Take(effort.Fewer(), () => fleet.RollOutByHand("orders_00000"), fleet.RollOut);
        yield return Ratio(FormattableString.Invariant($"one column more, {tenants:N0} tenants"), costs[0], costs[1], 1.3);
        foreach (var outcome in Validations(effort, fleet.Reading(), tenants)) yield return outcome;

        Cost In(Func<ServerFleet, Cost> run)
        {
            using var empty = Database();
            return run(new(empty, tenants, target));
        }
    }

    private static IEnumerable<Outcome> Validations(Effort effort, FleetReading reading, int tenants)
    {
        var changed = Math.Min(7, tenants);
        reading.ValidateAgain();
        var costs = Turns.Take(effort, reading.Digests, () => reading.Validate(different: 0), reading.Stamps, reading.ValidateAgain);
        yield return Ratio(FormattableString.Invariant($"validation of {tenants:N0} tenants, none of which was looked at before"),
            costs[0], costs[1], 1.3);
        yield return Ratio(FormattableString.Invariant($"validation of {tenants:N0} tenants of which none has moved"),
            costs[2], costs[3], 1.3);
        reading.Change(changed);
        costs = Turns.Take(effort, reading.Digests, () => reading.Read(changed), () => reading.Validate(changed));
        yield return Ratio(FormattableString.Invariant($"validation of {tenants:N0} tenants, {changed} of which were changed by hand"),
            new(costs[0].Cpu + costs[1].Cpu, (costs[0].Wall * 1.3) + costs[1].Wall), costs[2], 1);
    }

    private static ServerDatabase Database() => ServerDatabase.Create(ProviderNames.PostgreSql, Variable);

    private static Outcome Ratio(string name, Cost floor, Cost ours, double limit) =>
        new(name, Quantity.Milliseconds(floor.Wall), Quantity.Milliseconds(ours.Wall), new Limit.Times(limit));
}
