namespace SchemaSync.Benchmarks;

/// <summary>
/// Tenants that are schemas of one PostgreSQL database: new ones, and one column more in each, against the bare statements in one message
/// for each over as many connections; a validation of many more, against the query that tells which are equal; the same of MySQL databases
/// and of files. Time on the wall, because most of the work is the server's.
/// </summary>
internal sealed class FleetRoom : IRoom
{
    private const string Variable = "SCHEMASYNC_TEST_POSTGRESQL_15";
    private const int Tables = 20;

    public string Name => "fleet";

    public IEnumerable<Outcome> Measure(Effort effort) =>
        Runs(effort, effort.Of(1000)).Concat(Validations(effort, effort.Of(10_000))).Concat(Files(effort, effort.Of(1000)))
            .Concat(Databases(effort.Once(), effort.Of(1000)));

    private static IEnumerable<Outcome> Runs(Effort effort, int tenants)
    {
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
        costs = Turns.Take(effort.Fewer(), fleet.Reading().Digests, fleet.SyncAgain);
        yield return Ratio(FormattableString.Invariant($"a run over {tenants:N0} tenants that are equal"), costs[0], costs[1], 1.3);

        Cost In(Func<ServerFleet, Cost> run)
        {
            using var empty = Database();
            return run(new(empty, tenants, target));
        }
    }

    /// <summary>Schemas that others made: to make so many takes minutes, and each row a minute.</summary>
    private static IEnumerable<Outcome> Validations(Effort effort, int tenants)
    {
        var (changed, sql) = (Math.Min(7, tenants), ServerSchema.PostgreSql(0, Tables));
        using var model = Database();
        var target = ServerFleet.TargetOf(model, sql);
        using var database = Database();
        var fleet = new ServerFleet(database, tenants, target);
        fleet.CreateByHand(sql);
        database.Run("ANALYZE");
        var reading = fleet.Reading();
        reading.ValidateAgain();
        var costs = Turns.Take(effort.Once(), reading.Digests, () => reading.Validate(different: 0), reading.Stamps,
            reading.ValidateAgain);
        yield return Ratio(FormattableString.Invariant($"validation of {tenants:N0} tenants, none of which was looked at before"),
            costs[0], costs[1], 1.3);
        yield return Ratio(FormattableString.Invariant($"validation of {tenants:N0} tenants of which none has moved"),
            costs[2], costs[3], 1.3);
        if (NativeCommand.IsThere(effort))
            yield return new(FormattableString.Invariant($"the native command on {tenants:N0} tenants, peak memory"), null,
                Quantity.Megabytes(reading.Peak()), new Limit.AtMost(Quantity.Megabytes(100)));
        reading.Change(changed);
        costs = Turns.Take(effort.Once(), reading.Digests, () => reading.Read(changed), () => reading.Validate(changed));
        yield return Ratio(FormattableString.Invariant($"validation of {tenants:N0} tenants, {changed} of which were changed by hand"),
            new(costs[0].Cpu + costs[1].Cpu, (costs[0].Wall * 1.3) + costs[1].Wall), costs[2], 1);
    }

    private static IEnumerable<Outcome> Files(Effort effort, int tenants)
    {
        using var files = new FileFleet(tenants);
        files.ValidateAgain();
        var costs = Turns.Take(effort.Fewer(), files.ValidateAgain);
        yield return new(FormattableString.Invariant($"validation of {tenants:N0} SQLite files that have not moved, one of them"), null,
            Quantity.Milliseconds(costs[0].Wall / tenants), new Limit.AtMost(Quantity.Milliseconds(0.5)));
    }

    private static IEnumerable<Outcome> Databases(Effort effort, int tenants)
    {
        using var databases = new MySqlFleet(tenants);
        var costs = Turns.Take(effort, databases.Question, databases.Validate);
        yield return Ratio(FormattableString.Invariant($"validation of {tenants:N0} MySQL databases"), costs[0], costs[1], 1.3);
    }

    private static ServerDatabase Database() => ServerDatabase.Create(ProviderNames.PostgreSql, Variable);

    private static Outcome Ratio(string name, Cost floor, Cost ours, double limit) =>
        new(name, Quantity.Milliseconds(floor.Wall), Quantity.Milliseconds(ours.Wall), new Limit.Times(limit));
}
