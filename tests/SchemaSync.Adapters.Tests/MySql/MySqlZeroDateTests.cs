namespace SchemaSync.Adapters.Tests;

using static FillScene;

/// <summary>
/// Rows with dates without a year, a month or a day, as sessions with another mode left them: whatever a plan does to their table, they
/// stay, and nothing is refused in the middle of a run.
/// </summary>
public sealed class MySqlZeroDateTests
{
    private const string Table = "CREATE TABLE t (id int PRIMARY KEY, d date, m datetime(3), s timestamp NULL, a varchar(9), "
        + "c datetime NULL ON UPDATE CURRENT_TIMESTAMP)";

    private const string Parent = "CREATE TABLE p (id int PRIMARY KEY); INSERT INTO p VALUES (1), (2), (3), (4)";

    private const string Rows = "SET SESSION sql_mode = ''; INSERT INTO t VALUES (1, '0000-00-00', '0000-00-00', '0000-00-00', '5', "
        + "'0000-00-00'), (2, '2020-00-10', '2020-01-00 01:02:03.456', NULL, '6', '2020-00-01'), (3, NULL, NULL, NULL, NULL, NULL), "
        + "(4, '2020-01-02', '2020-01-02 01:02:03.456', '2020-01-02 01:02:03', '7', '2020-01-02')";

    private static readonly string[] Wider = ["m datetime(6)", "d datetime", "d timestamp NULL", "d text", "m varchar(40)"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// The server, what is replaced in the definition of the table, by what, the columns that keep their values, and those that have them
    /// again once it is taken back.
    /// </summary>
    public static TheoryData<string, string, string, string, string> Changes
    {
        get
        {
            (string Old, string New, string Kept)[] changes =
            [
                ("a varchar(9)", "a int", "d m s c"), ("a varchar(9)", "a varchar(300)", "d m s c a"),
                ("a varchar(9)", "a varchar(9) CHARACTER SET ascii", "d m s c a"), ("a varchar(9),", "", "d m s c"),
                ("a varchar(9)", "a varchar(9), b int", "d m s c a"),
                ("a varchar(9)", "a varchar(9), e int AS (id * 2) STORED", "d m s c"),
                ("a varchar(9)", "a varchar(9), e year AS (year(d)) STORED", "d m s c"),
                ("a varchar(9)", "a varchar(9), b varchar(40) DEFAULT (uuid())", "d m s c"),
                ("a varchar(9)", "a varchar(9), CONSTRAINT k CHECK (id > 0)", "d m s c"),
                ("a varchar(9)", "a varchar(9), FULLTEXT KEY k (a)", "d m s c"),
                ("a varchar(9)", "a varchar(9), UNIQUE KEY k (d)", "d m s c"),
                ("a varchar(9)", "a varchar(9), CONSTRAINT k FOREIGN KEY (id) REFERENCES p (id)", "d m s c"),
                ("d date", "d date NOT NULL DEFAULT '2021-01-01'", "d m s c"), ("m datetime(3)", "m datetime(6)", "d s c"),
                ("d date", "d datetime", "m s c"), ("m datetime(3)", "m datetime", "d s c"), ("m datetime(3)", "m date", "d s c"),
                ("m datetime(3)", "m varchar(40)", "d s c m"), ("s timestamp NULL", "s datetime", "d m c s"),
                ("d date", "d timestamp NULL", "m s c"), ("m datetime(3)", "m timestamp(3) NULL", "d s c"), ("d date", "d int", "m s c"),
                ("d date", "d time", "m s c"), ("d date", "d year", "m s c"),
                ("d date", "d json", "m s c"), ("d date", "d bit(40)", "m s c"),
                ("d date", "d enum('0000-00-00', '2020-00-10', '2020-01-02')", "d m s c"), ("d date", "d text", "d m s c"),
                ("d date", "d date COMMENT 'x'", "d m s c"), ("d date", "d date DEFAULT '0000-00-00'", "d m s c"),
                (")", ") ENGINE=MyISAM", "d m s c"), (")", ") PARTITION BY HASH (id) PARTITIONS 3", "d m s c"),
                ("PRIMARY KEY", "PRIMARY KEY COMMENT 'y'", "d m s c"), ("id int PRIMARY KEY", "id bigint PRIMARY KEY", "d m s c"),
                ("NULL ON UPDATE CURRENT_TIMESTAMP", "NULL", "d m s c"),
            ];
            var data = new TheoryData<string, string, string, string, string>();
            foreach (var server in MySqlServers.All)
                foreach (var (old, other, kept) in changes) data.Add(server.Data, old, other, kept,
                    Wider.Contains(other) ? "d m s c" : kept);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Values_stay_on_the_way_and_back_or_are_asked_about(string name, string old, string other, string kept, string back)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Parent).Run(Table).Run(Rows);
        using var wanted = server.CreateDatabase().Run(Parent).Run($"SET SESSION sql_mode = ''; {Replaced(old, other)}");
        var start = await Engine.SnapshotAsync(live.Tenant, Token);
        var (some, again) = (Values(live, kept), Values(live, back));
        var plan = await Engine.PlanAsync(live.Tenant, SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token)),
            new(IncludeUnmanaged: true), Token);
        if (!await Runs(live, plan))
        {
            Assert.Equal(start.Fingerprint, (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
            Assert.Equal(again, Values(live, back));
            live.Run("DELETE FROM t");
            (some, again) = (Values(live, kept), Values(live, back));
            Assert.True(await Runs(live, plan));
        }

        Assert.Equal(some, Values(live, kept));
        if (await Runs(live, await Engine.PlanRevertAsync(live.Tenant, Token))) Assert.Equal(again, Values(live, back));
        else Assert.Equal(some, Values(live, kept));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Rows_with_such_a_key_are_filled_in_batches(string name)
    {
        var server = TestServer.Of(name);
        const string Keyed = "CREATE TABLE t (d datetime NOT NULL, id int NOT NULL, a varchar(9), u timestamp NULL ON UPDATE "
            + "CURRENT_TIMESTAMP, PRIMARY KEY (d, id))";
        using var live = server.CreateDatabase().Run(Keyed).Run("SET SESSION sql_mode = ''; INSERT INTO t VALUES ('0000-00-00', 1, 'A', "
            + "'0000-00-00'), ('0000-00-00', 2, 'B', NULL), ('2020-00-10 01:02:03', 3, 'C', '0000-00-00'), ('2020-01-02 03:04:05', 4, 'D', "
            + "'2020-01-02'), ('2020-01-02 03:04:05', 5, 'E', '2020-01-02')");
        var before = Values(live, "d id a u");
        var target = await WantedAsync(server,
            Keyed.Replace("a varchar(9)", "a varchar(9), b varchar(9) NOT NULL", StringComparison.Ordinal),
            Backfill("t", "b", "lower(a)", rows: 1));
        await DoneAsync(live, target);
        Assert.Equal(before, Values(live, "d id a u"));
        Assert.Equal("a;b;c;d;e", Values(live, "b"));
        Assert.True(await Runs(live, await Engine.PlanRevertAsync(live.Tenant, Token)));
        Assert.Equal(before, Values(live, "d id a u"));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Values_of_another_column_are_converted_beside_them(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Table).Run(Rows);
        var before = Values(live, "d m s c");
        var target = await WantedAsync(server, Replaced("a varchar(9)", "a int"), Using("t", "a", "length(a) + 1"));
        await DoneAsync(live, target, Anything);
        Assert.Equal(before, Values(live, "d m s c"));
        Assert.Equal("2;2;NULL;2", Values(live, "a"));
    }

    private static string Replaced(string old, string other)
    {
        var at = Table.LastIndexOf(old, StringComparison.Ordinal);
        return $"{Table[..at]}{other}{Table[(at + old.Length)..]}";
    }

    /// <summary>False where rows are in the way, which is told before the first statement.</summary>
    private static async Task<bool> Runs(TestDatabase live, Plan plan)
    {
        try
        {
            await Engine.ApplyAsync(live.Tenant, plan, Anything, Token);
            return true;
        }
        catch (SchemaSyncException e) when (e.Diagnostics.All(d => d.Entry == ExecutionDiagnostics.DataInTheWay))
        {
            return false;
        }
    }

    private static string Values(TestDatabase live, string columns) =>
        live.Query($"SELECT {string.Join(", ", columns.Split(' ').Select(c => $"CAST({c} AS CHAR)"))} FROM t ORDER BY id");
}
