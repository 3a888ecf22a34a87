namespace SchemaSync.Adapters.Tests;

/// <summary>What was found equal is not read again until something moves; every kind of change moves something.</summary>
public sealed class StampTests
{
    internal const string Start = """
        CREATE TYPE mood AS ENUM ('calm', 'glad');
        CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
        CREATE TYPE pair AS (a int, b int);
        CREATE SEQUENCE numbers;
        CREATE TABLE a (id int PRIMARY KEY, n int DEFAULT 1, m mood, s short, CONSTRAINT positive CHECK (n > 0));
        CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
        CREATE INDEX by_n ON a (n);
        CREATE INDEX by_more ON a ((n + 1));
        CREATE VIEW v AS SELECT id FROM a;
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();
        CREATE POLICY p ON a USING (n > 0);
        CREATE TEXT SEARCH CONFIGURATION c (COPY = simple);
        CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple);
        CREATE OPERATOR FAMILY fam USING btree;
        CREATE COLLATION k (locale = 'C');
        CREATE STATISTICS stat ON id, n FROM a;
        CREATE RULE r AS ON DELETE TO b DO INSTEAD NOTHING;
        CREATE OPERATOR !== (LEFTARG = int, RIGHTARG = int, FUNCTION = int4ne);
        """;

    private static readonly PostgreSqlAdapter Adapter = new();

    internal static readonly string[] Changes =
    [
        "ALTER TABLE a ADD COLUMN x int", "ALTER TABLE a DROP COLUMN n CASCADE", "ALTER TABLE a ALTER n SET DEFAULT 2",
        "ALTER TABLE a ALTER n SET NOT NULL", "ALTER TABLE a ALTER s TYPE text",
        "ALTER TABLE a DROP CONSTRAINT positive", "ALTER TABLE b DROP CONSTRAINT b_a_fkey", "ALTER TABLE a RENAME TO c",
        "ALTER TABLE a SET (fillfactor = 50)", "ALTER TABLE a ENABLE ROW LEVEL SECURITY",
        "DROP INDEX by_n", "ALTER INDEX by_n RENAME TO other", "CREATE UNIQUE INDEX u ON a (n)",
        "ALTER INDEX by_more ALTER COLUMN 1 SET STATISTICS 5",
        "CREATE OR REPLACE VIEW v AS SELECT id FROM a WHERE n > 1", "ALTER TYPE mood ADD VALUE 'sad'",
        "ALTER TYPE mood RENAME VALUE 'calm' TO 'cool'", "ALTER DOMAIN short SET DEFAULT ''", "ALTER DOMAIN short ADD CHECK (VALUE <> '')",
        "ALTER TYPE pair ADD ATTRIBUTE c int", "ALTER SEQUENCE numbers INCREMENT 5",
        "CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'", "ALTER TABLE a DISABLE TRIGGER t",
        "DROP TRIGGER t ON a", "ALTER POLICY p ON a USING (n > 1)",
        "COMMENT ON TABLE a IS 'x'", "COMMENT ON COLUMN a.n IS 'x'", "COMMENT ON INDEX by_n IS 'x'",
        "COMMENT ON CONSTRAINT positive ON a IS 'x'", "COMMENT ON TYPE mood IS 'x'", "COMMENT ON FUNCTION f() IS 'x'",
        "COMMENT ON TRIGGER t ON a IS 'x'", "COMMENT ON POLICY p ON a IS 'x'", "CREATE TABLE c (id int)",
            "CREATE STATISTICS st ON id, n FROM a", "CREATE RULE q AS ON DELETE TO b DO INSTEAD NOTHING",
        "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int)",
        "CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)",
        "ALTER TEXT SEARCH CONFIGURATION c DROP MAPPING FOR asciiword", "ALTER TEXT SEARCH DICTIONARY d (accept = false)",
            "ALTER OPERATOR FAMILY fam USING btree ADD FUNCTION 1 (int, int) btint4cmp",
        "ALTER OPERATOR FAMILY fam USING btree ADD OPERATOR 1 < (int, int)", "ALTER OPERATOR !== (int, int) SET (RESTRICT = neqsel)",
            "ALTER STATISTICS stat SET STATISTICS 7", "ALTER TABLE b DISABLE RULE r",
        "COMMENT ON RULE r ON b IS 'x'", "COMMENT ON COLLATION k IS 'x'", "CREATE CAST (mood AS int) WITH INOUT",
            "ALTER COLLATION k RENAME TO l",
    ];

    public static TheoryData<string> Servers => ["PostgreSql 13", "PostgreSql 15", "PostgreSql 18"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Each_change_of_the_schema_moves_the_stamp(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase().Run("SELECT 1");
        var still = new List<string>();
        foreach (var change in Changes)
        {
            database.Run("DROP SCHEMA public CASCADE; CREATE SCHEMA public").Run(Start);
            var before = await Stamp(database);
            database.Run(change);
            if (before == await Stamp(database)) still.Add(change);
        }

        Assert.Empty(still);
    }

    [Fact]
    public async Task Rows_and_statistics_move_no_stamp()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run(Start);
        var before = await Stamp(database);
        database.Run("INSERT INTO a (id) VALUES (1); SELECT nextval('numbers'); ANALYZE").Run("VACUUM");
        Assert.Equal(before, await Stamp(database));
    }

    [Fact]
    public async Task What_has_not_moved_is_not_read_again_and_drift_is_still_found()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run(Start);
        var store = new CountingStore(Directory.CreateTempSubdirectory().FullName);
        var engine = new SchemaSyncEngine(new AdapterRegistry(Adapter)) { FormStore = store };
        var target = SchemaTarget.Of(await engine.SnapshotAsync(database.Tenant, TestContext.Current.CancellationToken));
        database.Run("CREATE TABLE not_ours (id int)");

        var first = await Validate();
        var again = await Validate();
        Assert.True(first.IsEqual && again.IsEqual);
        Assert.Equal(1, store.Saved);
        Assert.Equal(["table not_ours"], again.Unmanaged.Select(p => p.ToString()));

        database.Run("ALTER TABLE a ALTER n SET DEFAULT 7");
        Assert.False((await Validate()).IsEqual);
        database.Run("ALTER TABLE a ALTER n SET DEFAULT 1");
        Assert.True((await Validate()).IsEqual);
        Assert.Equal(2, store.Saved);

        Task<Validation> Validate() => engine.ValidateAsync(database.Tenant, target, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_target_of_known_bytes_need_not_be_read_until_something_moves()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run(Start);
        var token = TestContext.Current.CancellationToken;
        var engine = new SchemaSyncEngine(new AdapterRegistry(Adapter))
        {
            FormStore = new DirectorySnapshotStore(Directory.CreateTempSubdirectory().FullName),
        };
        var snapshot = await engine.SnapshotAsync(database.Tenant, token);
        var (bytes, others) = (Fingerprint.OfText("one"), Fingerprint.OfText("two"));
        var target = SchemaTarget.Of(snapshot) with { Content = bytes };
        database.Run("CREATE TABLE not_ours (id int)");
        Assert.Null(await Known(database.Tenant, bytes));

        Assert.True((await engine.ValidateAsync(database.Tenant, target, token)).IsEqual);
        var known = await Known(database.Tenant, bytes);
        Assert.True(known!.Value.Validation.IsEqual);
        Assert.Equal(["table not_ours"], known.Value.Validation.Unmanaged.Select(p => p.ToString()));
        Assert.Null(await Known(database.Tenant, others));
        Assert.Null(await Known(database.Tenant with { Schema = "other" }, bytes));
        Assert.Null(await Known(database.Tenant with { Schemas = ["pg_temp"] }, bytes));

        // Nothing is known of bytes whose target it differs from.
        database.Run("ALTER TABLE a ALTER n SET DEFAULT 7");
        Assert.Null(await Known(database.Tenant, bytes));
        Assert.False((await engine.ValidateAsync(database.Tenant, target with { Content = others }, token)).IsEqual);
        Assert.Null(await Known(database.Tenant, others));

        Task<(Validation Validation, TenantContext Tenant)?> Known(TenantContext tenant, Fingerprint content) =>
            engine.FindEqualAsync(tenant, content, token);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_others_do_to_what_is_needed_of_them_is_seen_and_nothing_else(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase()
            .Run(ExternalUseTests.Theirs + ExternalUseTests.Ours + "CREATE TABLE k (id uuid REFERENCES theirs.users)");
        var store = new CountingStore(Directory.CreateTempSubdirectory().FullName);
        var engine = new SchemaSyncEngine(new AdapterRegistry(Adapter)) { FormStore = store };
        var target = SchemaTarget.Of(await engine.SnapshotAsync(database.Tenant, TestContext.Current.CancellationToken));
        var saved = 0;
        foreach (var (change, back) in Renames)
        {
            Assert.True(await IsEqual(), back);
            Assert.True(await IsEqual(), back);
            // What was found equal is kept once, and then not read again.
            Assert.Equal(++saved, store.Saved);
            database.Run("CREATE TABLE IF NOT EXISTS theirs.more (id int); INSERT INTO theirs.more VALUES (1)");
            Assert.True(await IsEqual());
            Assert.Equal(saved, store.Saved);
            database.Run(change);
            Assert.False(await IsEqual(), change);
            database.Run(back);
        }

        async Task<bool> IsEqual() => (await engine.ValidateAsync(database.Tenant, target, TestContext.Current.CancellationToken)).IsEqual;
    }

    // Each is another text in what the server prints of ours, and moves none of our rows.
    private static (string Change, string Back)[] Renames { get; } =
    [
        ("ALTER TABLE theirs.users RENAME TO people", "ALTER TABLE theirs.people RENAME TO users"),
        ("ALTER TABLE theirs.users RENAME COLUMN mail TO post", "ALTER TABLE theirs.users RENAME COLUMN post TO mail"),
        ("ALTER SCHEMA theirs RENAME TO other", "ALTER SCHEMA other RENAME TO theirs"),
        ("ALTER SCHEMA tools RENAME TO gear", "ALTER SCHEMA gear RENAME TO tools"),
        ("ALTER TYPE theirs.mood RENAME VALUE 'good' TO 'fine'", "ALTER TYPE theirs.mood RENAME VALUE 'fine' TO 'good'"),
        ("ALTER DOMAIN theirs.word RENAME TO words", "ALTER DOMAIN theirs.words RENAME TO word"),
        ("ALTER FUNCTION theirs.uid RENAME TO me", "ALTER FUNCTION theirs.me RENAME TO uid"),
        ("ALTER COLLATION theirs.plain RENAME TO bare", "ALTER COLLATION theirs.bare RENAME TO plain"),
        ("ALTER SEQUENCE theirs.numbers RENAME TO counts", "ALTER SEQUENCE theirs.counts RENAME TO numbers"),
    ];

    private static async Task<string?> Stamp(TestDatabase database)
    {
        var session = await Adapter.OpenAsync(database.Tenant, SessionAccess.Read, CancellationToken.None);
        await using (session) return await session.Inspector.StampAsync(CancellationToken.None);
    }

    private sealed class CountingStore(string directory) : SnapshotStore
    {
        private readonly DirectorySnapshotStore _inner = new(directory);

        public int Saved { get; private set; }

        public override Task<Snapshot?> FindAsync(Fingerprint key, CancellationToken cancellationToken) =>
            _inner.FindAsync(key, cancellationToken);

        public override Task SaveAsync(Fingerprint key, Snapshot snapshot, CancellationToken cancellationToken) =>
            _inner.SaveAsync(key, snapshot, cancellationToken);

        public override Task<string?> FindStampAsync(Fingerprint key, CancellationToken cancellationToken) =>
            _inner.FindStampAsync(key, cancellationToken);

        public override Task SaveStampAsync(Fingerprint key, string stamp, CancellationToken cancellationToken)
        {
            Saved++;
            return _inner.SaveStampAsync(key, stamp, cancellationToken);
        }
    }
}
