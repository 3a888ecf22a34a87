namespace SchemaSync.Adapters.Tests;

/// <summary>Defaults, checks, views, policies, triggers and types that name objects of others, in schemas that nobody manages.</summary>
public sealed class ExternalUseTests
{
    internal const string Theirs = """
        CREATE SCHEMA theirs; CREATE SCHEMA tools; CREATE EXTENSION citext SCHEMA tools; CREATE EXTENSION pg_trgm SCHEMA tools;
        CREATE TABLE theirs.users (id uuid PRIMARY KEY, mail text); CREATE SEQUENCE theirs.numbers;
            CREATE TYPE theirs.mood AS ENUM ('good', 'bad'); CREATE TYPE theirs.pair AS (a int, b text);
        CREATE DOMAIN theirs.word AS text CHECK (VALUE <> '');
            CREATE FUNCTION theirs.half(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT n / 2';
        CREATE FUNCTION theirs.uid() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT NULL::uuid'; CREATE COLLATION theirs.plain (locale = 'C');
        CREATE FUNCTION theirs.fired() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        """;

    internal const string Ours = """
        CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('theirs.numbers'), owner uuid DEFAULT theirs.uid(),
            feeling theirs.mood DEFAULT 'good', p theirs.pair, w theirs.word,
          name tools.citext CHECK (name <> ''::tools.citext), n int CHECK (theirs.half(n) > 0),
              half int GENERATED ALWAYS AS (theirs.half(n)) STORED, c text COLLATE theirs.plain);
        CREATE INDEX t_half ON t (theirs.half(n)) WHERE theirs.half(n) > 1; CREATE INDEX t_trgm ON t USING gin (c tools.gin_trgm_ops);
        CREATE VIEW people AS SELECT u.id, u.mail, t.feeling FROM theirs.users u JOIN t ON t.owner = u.id;
        CREATE VIEW names AS SELECT id, tools.similarity(c, 'x') AS near FROM t;
        CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM theirs.users;
        CREATE DOMAIN few AS theirs.word CHECK (length(VALUE) < 9); CREATE TYPE both_of AS (mood theirs.mood, w few);
        CREATE FUNCTION say(m theirs.mood, w theirs.word DEFAULT 'x') RETURNS theirs.pair LANGUAGE sql AS 'SELECT ROW(1, w)::theirs.pair';
        ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY own
            ON t USING (owner = theirs.uid() AND EXISTS (SELECT FROM theirs.users u WHERE u.id = t.owner));
        CREATE TRIGGER fired BEFORE INSERT ON t FOR EACH ROW WHEN (theirs.half(NEW.n) > 2) EXECUTE FUNCTION theirs.fired();
        """;

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task They_are_read_compared_made_changed_and_taken_back(string server)
    {
        using var made = TestServer.Of(server).CreateDatabase().Run(Theirs + Ours);
        var read = await Engine.SnapshotAsync(made.Tenant, Token);
        Assert.Empty(read.Unsupported.Select(u => $"{u.Id} uses {u.Reason}"));
        Assert.Equal(
            ["composite type theirs.pair", "domain theirs.word", "enum type theirs.mood", "function theirs.half(integer)",
                "function theirs.uid()", "schema theirs", "sequence theirs.numbers", "table theirs.users"],
            read.Tables.Single().External.Where(e => e.Extension.IsEmpty).Select(e => e.Id.ToString()));
        Assert.Contains("type tools.citext",
            read.Tables.Single().External.Where(e => e.Extension.Value == "citext").Select(e => e.Id.ToString()));
        Assert.True((await Engine.ValidateAsync(made.Tenant, SchemaTarget.Of(read), Token)).IsEqual);

        // From a file, on a database that has the same of others.
        var target = SchemaTarget.Of(SnapshotFile.Read(SnapshotFile.Write(read), "a.json"));
        Assert.Equal(read.Tables.Single().External, target.Snapshot!.Tables.Single().External);
        using var live = TestServer.Of(server).CreateDatabase().Run(Theirs);
        Assert.Equal(Outcome.Done, await SyncAsync(live, target));
        Assert.Equal(Outcome.NothingToDo, await SyncAsync(live, target));

        live.Run("""
            ALTER TABLE t ALTER owner DROP DEFAULT, DROP COLUMN feeling CASCADE, ALTER id DROP DEFAULT, DROP COLUMN w,
                DROP CONSTRAINT t_n_check; DROP INDEX t_half; ALTER POLICY own ON t USING (theirs.uid() IS NULL);
            CREATE OR REPLACE VIEW names AS SELECT id, tools.similarity(c, 'y') AS near FROM t; DROP TRIGGER fired ON t; DROP FUNCTION say;
                DROP MATERIALIZED VIEW counted
            """);
        Assert.Equal(12, (await Engine.ValidateAsync(live.Tenant, target, Token)).Diff.Changes.Count);
        Assert.Equal(Outcome.Done, await SyncAsync(live, target));
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal(Outcome.Done,
            (await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), MySqlServers.Ours, Token)).Outcome);
        Assert.Equal(12, (await Engine.ValidateAsync(live.Tenant, target, Token)).Diff.Changes.Count);
    }

    [Theory]
    [InlineData("CREATE VIEW v AS SELECT mail FROM theirs.users", "DROP TABLE theirs.users", "view v", "theirs.users")]
    [InlineData("CREATE TABLE t (a uuid DEFAULT theirs.uid())", "DROP FUNCTION theirs.uid", "table t", "theirs.uid")]
    [InlineData("CREATE TABLE t (a theirs.mood)", "DROP TYPE theirs.mood", "table t", "theirs.mood")]
    [InlineData("CREATE TABLE t (a int DEFAULT nextval('theirs.numbers'))", "DROP SEQUENCE theirs.numbers", "table t", "theirs.numbers")]
    [InlineData("CREATE TABLE t (a uuid); CREATE POLICY p ON t USING (theirs.uid() = a)",
        "DROP SCHEMA theirs CASCADE", "table t", "theirs")]
    [InlineData("CREATE TABLE t (a int, c tools.citext)", "DROP EXTENSION citext", "table t", "tools.citext")]
    public async Task What_is_not_there_is_said_before_anything_is_changed(string ours, string gone, string user, string name)
    {
        using var made = TestServer.PostgreSql15.CreateDatabase().Run(Theirs + ours);
        var read = await Engine.SnapshotAsync(made.Tenant, Token);
        var target = SchemaTarget.Of(read.With(read.Objects.Where(o => o is not Extension)));
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(Theirs + gone);
        foreach (var proves in (bool[])[true, false])
        {
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.PlanAsync(live.Tenant, target, new(Prove: proves), Token));
            Assert.Equal(["SSY0218"], failure.Diagnostics.Select(d => d.Entry.Code).Distinct());
            Assert.Equal(user, failure.Diagnostics[0].Subject.ToString());
            Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        }

        // As it was declared, nobody knows what it needs but the server.
        var source = SchemaTarget.Of(new Snapshot { Form = target.Snapshot!.Form with { Major = 12 }, Objects = target.Snapshot.Objects });
        var told = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.ValidateAsync(live.Tenant, source, Token));
        Assert.Equal("SSY0218", Assert.Single(told.Diagnostics).Entry.Code);
        Assert.Contains(name, told.Message, StringComparison.Ordinal);
    }

    private static async Task<Outcome> SyncAsync(TestDatabase database, SchemaTarget target) =>
        (await Engine.SyncTenantAsync(database.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome;
}
