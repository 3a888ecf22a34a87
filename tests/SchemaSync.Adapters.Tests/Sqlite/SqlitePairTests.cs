namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Schemas of everything that SQLite has, with rows, beside objects of others: each pair is proved, run and taken back, or its rows are in
/// the way, which is told before the first statement. <c>SCHEMASYNC_PAIRS=first:count</c> draws others.
/// </summary>
public sealed class SqlitePairTests
{
    // What only the run told, though nobody had asked.
    private readonly List<string> _late = [];

    internal enum End
    {
        NoPair,
        Refused,
        RowsInTheWay,
        ToldLate,
        There,
        Back,
    }

    [Fact]
    public async Task Any_pair_is_planned_run_and_taken_back()
    {
        var range = (Environment.GetEnvironmentVariable("SCHEMASYNC_PAIRS") ?? "1:200").Split(':').Select(int.Parse).ToList();
        var (ends, faults) = (new Dictionary<End, int>(), new List<string>());
        for (var seed = range[0]; seed < range[0] + range[1]; seed++)
        {
            try
            {
                var end = await Becomes(seed);
                ends[end] = ends.GetValueOrDefault(end) + 1;
            }
            catch (Exception e) when (e is SchemaSyncException or Xunit.Sdk.XunitException or Microsoft.Data.Sqlite.SqliteException)
            {
                faults.Add($"seed {seed}: {e.Message}");
            }
        }

        var said = $"{string.Join(", ", ends.Select(e => $"{e.Value} {e.Key}"))} \n{string.Join("\n", _late)}"
            + $"{(range[1] == 1 ? $"\n{SqlitePair.Of(range[0])}" : "")}";
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        Assert.True(faults.Count == 0, $"{said}\n{string.Join("\n", faults)}");
        // A text in a column of numbers is what only the copy can tell of.
        Assert.True(_late.Count <= (range[1] / 100) + 1, said);
        Assert.True(ends.GetValueOrDefault(End.Back) > range[1] / 4, said);
    }

    private async Task<End> Becomes(int seed)
    {
        var pair = SqlitePair.Of(seed);
        using var live = new SqliteFile();
        using var wanted = new SqliteFile();
        if (!IsTaken(live, pair.From) || !IsTaken(wanted, pair.To)) return End.NoPair;
        foreach (var row in pair.Rows) IsTaken(live, [row]);
        var scene = await SqlitePairScene.Of(seed, live, wanted, pair);
        var plan = await scene.Plan();
        if (plan is null) return End.Refused;
        var end = await scene.Runs(plan);
        if (end == End.There)
        {
            await scene.IsThere();
            end = plan.IsEmpty ? End.Back : await scene.GoesBack();
        }

        if (end == End.ToldLate) _late.Add($"seed {seed}, late: {scene.ToldLate}");
        return end;
    }

    // Not every draw is a schema, and not every row fits.
    private static bool IsTaken(SqliteFile file, IReadOnlyList<string> statements)
    {
        try
        {
            file.Run(string.Join(";\n", statements));
            return true;
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            return false;
        }
    }
}
