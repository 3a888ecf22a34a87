namespace SchemaSync.Adapters.Tests;

/// <summary>Tables that real products have: read from one database, made in another from that, and equal by the server's word.</summary>
public sealed class MySqlCircleTests
{
    private static readonly string[] Tables =
    [
        "CREATE TABLE t (id int PRIMARY KEY, a varbinary(255) NOT NULL DEFAULT '', b binary(14) NOT NULL DEFAULT '', "
            + "c binary(3) DEFAULT 'x')",
        "CREATE TABLE t (id int PRIMARY KEY, a varbinary(767) NOT NULL DEFAULT '', KEY k (a(191), id))",
        "CREATE TABLE t (id int PRIMARY KEY, a varbinary(20) DEFAULT 'it''s', b varbinary(8) DEFAULT 0x00FF)",
        "CREATE TABLE t (id int UNIQUE, a int, UNIQUE KEY (a), UNIQUE KEY (a))",
        "CREATE TABLE t (id int PRIMARY KEY, a char(0), b bit(1) NOT NULL DEFAULT b'0', c year, d tinyint(1) NOT NULL DEFAULT 0)",
        "CREATE TABLE t (id int PRIMARY KEY, a text) ENGINE=MyISAM",
        "CREATE TABLE t (id int PRIMARY KEY) ENGINE=MEMORY MAX_ROWS=10",
        "CREATE TABLE t (id int PRIMARY KEY, a mediumblob NOT NULL, b enum('', 'a''b', 'c,d') NOT NULL DEFAULT '', "
            + "c set('x', 'y') DEFAULT 'x,y')",
    ];

    private static readonly string[] MariaDbTables =
    [
        "CREATE TABLE t (id int PRIMARY KEY) ENGINE=Aria TRANSACTIONAL=1",
        "CREATE TABLE t (id int PRIMARY KEY, a varchar(10)) ENGINE=Aria TRANSACTIONAL=0 PAGE_CHECKSUM=1",
    ];

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var server in MySqlServers.All)
                foreach (var table in TestServer.Of(server).Provider == ProviderNames.MariaDb ? Tables.Concat(MariaDbTables) : Tables)
                    rows.Add(server, table);
            return rows;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_was_read_makes_the_same_table(string server, string table)
    {
        using var live = TestServer.Of(server).CreateDatabase().Collated().Run(table);
        using var other = TestServer.Of(server).CreateDatabase().Collated();
        var target = SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(live.Tenant, Token));
        Assert.Empty(target.Snapshot!.Unsupported);
        await MySqlServers.Engine.ApplyAsync(other.Tenant, await MySqlServers.Engine.PlanAsync(other.Tenant, target, new(), Token),
            MySqlServers.Everything, Token);
        Assert.Equal(MySqlOracle.Describe(live), MySqlOracle.Describe(other));
        Assert.True((await MySqlServers.Engine.PlanAsync(other.Tenant, target, new(), Token)).IsEmpty);
        Assert.True((await MySqlServers.Engine.PlanAsync(live.Tenant, target, new(), Token)).IsEmpty);
        await MySqlServers.Engine.ApplyAsync(other.Tenant, await MySqlServers.Engine.PlanRevertAsync(other.Tenant, Token),
            MySqlServers.Everything, Token);
        Assert.Empty((await MySqlServers.Engine.SnapshotAsync(other.Tenant, Token)).Objects);
    }
}
