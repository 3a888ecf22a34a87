namespace SchemaSync.Adapters.Tests;

/// <summary>Databases with equal digests are equal; whatever is changed in one of them changes its digest.</summary>
public sealed class MySqlDigestTests
{
    private const int Seeds = 10;

    private const string Start = """
        CREATE TABLE a (id int PRIMARY KEY, n int DEFAULT 1, name varchar(20) NOT NULL COMMENT 'x',
          at datetime(3) DEFAULT CURRENT_TIMESTAMP(3), kind enum('a', 'b') DEFAULT 'a', twice int GENERATED ALWAYS AS (n * 2) STORED,
          CONSTRAINT positive CHECK (n > 0), KEY by_n (n), FULLTEXT KEY words (name));
        CREATE TABLE b (id int AUTO_INCREMENT PRIMARY KEY, a int, CONSTRAINT to_a FOREIGN KEY (a) REFERENCES a (id) ON DELETE CASCADE);
        CREATE TABLE p (id int NOT NULL) PARTITION BY RANGE (id)
          (PARTITION low VALUES LESS THAN (10), PARTITION high VALUES LESS THAN (20));
        CREATE VIEW v AS SELECT id, name FROM a WHERE name <> 'it''s';
        CREATE PROCEDURE pr(IN x int) COMMENT 'c' SELECT x;
        CREATE FUNCTION f(x int) RETURNS int DETERMINISTIC RETURN x + 1;
        CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.n = 2;
        CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO DELETE FROM b
        """;

    private static readonly string[] Changes =
    [
        "ALTER TABLE a ADD x int", "ALTER TABLE a DROP COLUMN at", "ALTER TABLE a ALTER n SET DEFAULT 2", "ALTER TABLE a MODIFY n bigint",
        "ALTER TABLE a MODIFY name varchar(20) NOT NULL COMMENT 'y'", "ALTER TABLE a MODIFY name varchar(20) COMMENT 'x'",
        "ALTER TABLE a MODIFY kind enum('a', 'b', 'c') DEFAULT 'a'", "ALTER TABLE a MODIFY at datetime(3) AFTER id",
        "ALTER TABLE a DROP CONSTRAINT positive", "ALTER TABLE a DROP CONSTRAINT positive, ADD CONSTRAINT positive CHECK (n > 1)",
        "ALTER TABLE a DROP KEY by_n", "ALTER TABLE a DROP KEY by_n, ADD UNIQUE KEY by_n (n)",
        "ALTER TABLE a DROP KEY by_n, ADD KEY by_n (n DESC)", "ALTER TABLE a DROP KEY by_n, ADD KEY by_n (n, name)",
        "ALTER TABLE a DROP KEY words", "ALTER TABLE a COMMENT 'c'", "ALTER TABLE a ROW_FORMAT = COMPRESSED",
        "ALTER TABLE a MODIFY name varchar(20) CHARACTER SET ascii NOT NULL COMMENT 'x'", "ALTER TABLE a RENAME COLUMN at TO since",
        "ALTER TABLE b RENAME TO c",
        "ALTER TABLE b DROP FOREIGN KEY to_a", "ALTER TABLE b DROP FOREIGN KEY to_a, ADD CONSTRAINT to_b FOREIGN KEY (a) REFERENCES a (id)",
        "CREATE TABLE c (id int)", "ALTER TABLE p DROP PARTITION high",
        "ALTER TABLE p ADD PARTITION (PARTITION more VALUES LESS THAN (30))",
        "CREATE OR REPLACE VIEW v AS SELECT id, name FROM a WHERE name <> 'its'",
        "CREATE OR REPLACE VIEW v AS SELECT id FROM a", "DROP VIEW v",
        "CREATE OR REPLACE SQL SECURITY INVOKER VIEW v AS SELECT id, name FROM a WHERE name <> 'it''s'",
        "ALTER PROCEDURE pr COMMENT 'd'", "ALTER PROCEDURE pr SQL SECURITY INVOKER", "DROP PROCEDURE pr; CREATE PROCEDURE pr(IN x bigint) "
            + "COMMENT 'c' SELECT x", "DROP FUNCTION f; CREATE FUNCTION f(x int) RETURNS int DETERMINISTIC RETURN x + 2", "DROP FUNCTION f",
        "DROP TRIGGER t; CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.n = 3", "DROP TRIGGER t",
        "DROP TRIGGER t; CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW SET NEW.n = 2", "ALTER EVENT e COMMENT 'c'",
        "ALTER EVENT e DO DELETE FROM a", "ALTER EVENT e ON SCHEDULE EVERY 2 DAY STARTS '2030-01-01 00:00:00'", "DROP EVENT e",
    ];

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new MySqlAdapter(), new MariaDbAdapter()));
    private static readonly DigestKey Key = DigestKey.New();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        [TestServer.MySql97.ToString(), TestServer.MariaDb1011.ToString(), TestServer.MariaDb118.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Each_change_of_a_database_changes_its_digest(string server)
    {
        using var one = TestServer.Of(server).CreateDatabase().Run(Start);
        one.Run("INSERT INTO a (id, name) VALUES (1, 'x'); INSERT INTO b (a) VALUES (1), (1)");
        var snapshot = await Engine.SnapshotAsync(one.Tenant, Token);
        var wrong = new List<string>();
        foreach (var change in Changes)
        {
            using var other = TestServer.Of(server).CreateDatabase().Run(Start);
            if ((await Digests(one, other)).Distinct().Count() != 1) wrong.Add("differs before: " + change);
            other.Run(change);
            if ((await Engine.SnapshotAsync(other.Tenant, Token)).Fingerprint == snapshot.Fingerprint) wrong.Add("is no change: " + change);
            if ((await Digests(one, other)).Distinct().Count() == 1) wrong.Add("is not seen: " + change);
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_belongs_to_another_database_is_not_taken_for_ones_own(string server)
    {
        using var one = TestServer.Of(server).CreateDatabase().Run(Start);
        var wrong = new List<string>();
        foreach (var change in (string[])["ALTER TABLE b ADD CONSTRAINT x FOREIGN KEY (id) REFERENCES {0}.a (id)",
            "CREATE VIEW x AS SELECT id FROM {0}.a", "CREATE FUNCTION x() RETURNS int READS SQL DATA RETURN (SELECT max(id) FROM {0}.a)",
            "CREATE TRIGGER x AFTER DELETE ON a FOR EACH ROW DELETE FROM {0}.b", "CREATE TABLE {0} (id int)"])
        {
            using var same = TestServer.Of(server).CreateDatabase().Run(Start);
            using var other = TestServer.Of(server).CreateDatabase().Run(Start);
            var named = string.Format(System.Globalization.CultureInfo.InvariantCulture, change, same.Name);
            same.Run(named);
            other.Run(named);
            var fingerprints = (await Engine.SnapshotAsync(same.Tenant, Token), await Engine.SnapshotAsync(other.Tenant, Token));
            var digests = await Digests(same, other);
            if (fingerprints.Item1.Fingerprint != fingerprints.Item2.Fingerprint && digests[0] == digests[1]) wrong.Add(change);
            // Each has a table that is called like itself: to the other one that is a table like any other.
            if (change.StartsWith("CREATE TABLE", StringComparison.Ordinal))
                other.Run($"DROP TABLE {same.Name}; CREATE TABLE {other.Name} (id int)");
            if ((await Digests(same, other)).Distinct().Count() == 1) wrong.Add(change);
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_a_database_says_for_tables_that_say_nothing_counts(string server)
    {
        using var one = TestServer.Of(server).CreateDatabase().Run(Start);
        using var other = TestServer.Of(server).CreateDatabase().Run(Start);
        other.Run($"ALTER DATABASE {other.Name} CHARACTER SET ascii");
        Assert.Equal(2, (await Digests(one, other)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Any_database_has_one_digest_whatever_it_is_called_and_another_one_has_another(string server)
    {
        var (alike, differ) = (0, 0);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var pair = MySqlPair.Of(seed, server.StartsWith("MariaDb", StringComparison.Ordinal));
            using var one = TestServer.Of(server).CreateDatabase();
            using var same = TestServer.Of(server).CreateDatabase();
            using var other = TestServer.Of(server).CreateDatabase();
            foreach (var sql in pair.From)
            {
                one.Run(sql);
                same.Run(sql);
            }

            foreach (var sql in pair.To) other.Run(sql);
            var digests = await Digests(one, same, other);
            var fingerprints = new List<Fingerprint>();
            foreach (var database in (TestDatabase[])[one, same, other])
                fingerprints.Add((await Engine.SnapshotAsync(database.Tenant, Token)).Fingerprint);
            Assert.Equal(fingerprints[0], fingerprints[1]);
            if (digests[0] is not null && digests[0] == digests[1]) alike++;
            if (fingerprints[0] == fingerprints[2]) continue;
            differ++;
            Assert.True(digests[0] is null || digests[0] != digests[2], $"seed {seed}");
        }

        Assert.True(differ > Seeds / 2, $"{differ} differ");
        Assert.True(alike > Seeds / 2, $"{alike} of {Seeds} are alike");
    }

    private static async Task<IReadOnlyList<string?>> Digests(params TestDatabase[] databases)
    {
        var tenant = databases[0].Tenant;
        await using var session = await Engine.Adapters.For(tenant.Provider).OpenAsync(tenant, SessionAccess.Read, Token);
        var digests = await session.Inspector.DigestsAsync([.. databases.Select(d => new Identifier(d.Name))], Key, Token);
        return [.. databases.Select(d => digests!.ByName.GetValueOrDefault(new(d.Name)))];
    }
}
