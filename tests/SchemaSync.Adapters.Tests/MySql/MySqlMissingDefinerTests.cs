using System.Globalization;

namespace SchemaSync.Adapters.Tests;

/// <summary>Declared views, routines, triggers and events whose definer is gone are what they were, and no run fails for it.</summary>
public sealed class MySqlMissingDefinerTests
{
    // Servers print most of these in other words while they cannot be opened.
    private static readonly string[] Queries =
    [
        "SELECT id FROM t",
        "SELECT * FROM t",
        "SELECT x.id, y.b FROM t x LEFT JOIN u AS y USING (id) GROUP BY 1, y.b ORDER BY 2 DESC, id",
        "SELECT t.id, u.b FROM t, u WHERE t.id = u.id AND u.b <> '''' ORDER BY t.a",
        "SELECT id, (SELECT MAX(b) FROM u WHERE u.id = t.id) m FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.a)",
        "SELECT id FROM t WHERE a IS TRUE AND NOT EXISTS (SELECT 1 FROM u WHERE u.id = t.id)",
        "SELECT id FROM t UNION ALL SELECT id FROM u",
        "SELECT {0}.t.id, _latin1'q' AS q FROM {0}.t GROUP BY 1, t.id",
        "WITH c AS (SELECT id, a FROM t) SELECT c.id, t.a FROM c JOIN t ON t.id = c.id",
        "SELECT id, ROW_NUMBER() OVER (PARTITION BY a ORDER BY id) r FROM t",
        "SELECT g(id) AS x, {0}.g(a) AS y FROM t",
        "SELECT a FROM t WHERE a > 1 WITH CHECK OPTION",
        "SELECT t.id, s.QUANTITY FROM t JOIN information_schema.EVENTS e ON e.EVENT_NAME = t.id, (SELECT COUNT(*) QUANTITY FROM u) s",
        "SELECT v0.id FROM v0",
        "SELECT 1 AS one",
    ];

    public static TheoryData<string> Servers => MySqlServers.All;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SchemaSyncEngine Engine => MySqlServers.Engine;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_lost_its_definer_is_what_it_was(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var wanted = TestServer.Of(server).CreateDatabase();
        var gone = $"'{live.Name[..20]}'@'%'";
        live.Run($"CREATE USER {gone} IDENTIFIED BY 'p'; GRANT ALL ON *.* TO {gone}");
        foreach (var database in new[] { live, wanted }) database.Run(Schema(database, gone));
        wanted.Run("ALTER TABLE t ADD c int").Run(Changed(gone));
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        var before = await Engine.SnapshotAsync(live.Tenant, Token);
        live.Run($"INSERT INTO t VALUES (1, 2); DROP USER {gone}");

        var after = await Engine.SnapshotAsync(live.Tenant, Token);
        Assert.Equal(before.Objects.Select(o => $"{o}"), after.Objects.Select(o => $"{o}"));
        Assert.Equal(before.Fingerprint, after.Fingerprint);
        var plan = await Engine.PlanAsync(live.Tenant, target, new PlanOptions(), Token);
        string[] changes = ["column t.c", "event ev", "function f", "procedure p", "trigger tr on t", "view v0"];
        Assert.Equal(changes, plan.Changes.Select(c => $"{c.Id}").Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, Queries.Length - 1).Select(i => $"v{i}").ToHashSet(), Broken(plan));

        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything, Token);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), MySqlServers.Everything, Token);
        Assert.Equal(before.Fingerprint, (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
        Assert.All(await Engine.AuditAsync(live.Tenant, Token), run => Assert.Equal(LedgerEntry.Succeeded, run.Outcome));
        Assert.Equal("1|2", live.Query("SELECT id, a FROM t"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_view_that_the_server_does_not_even_show_is_refused_with_what_to_do(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase().Run("CREATE TABLE t (id int)");
        var gone = $"'{live.Name[..20]}'@'%'";
        live.Run($"CREATE USER {gone} IDENTIFIED BY 'p'; GRANT ALL ON *.* TO {gone}");
        live.Run($"CREATE DEFINER = {gone} FUNCTION f () RETURNS int DETERMINISTIC RETURN 1; CREATE VIEW v AS SELECT f() AS x");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(live.Tenant, Token));
        live.Run($"DROP USER {gone}; ALTER TABLE t ADD b int");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything, Token));
        Assert.Equal("SSY0202", Assert.Single(refused.Diagnostics).Entry.Code);
        const string Advice = "does not exist: create that account, or create anew what belongs to it";
        Assert.Contains($"{gone}) {Advice}", refused.Message, StringComparison.Ordinal);
    }

    private static HashSet<string> Broken(Plan plan) =>
        plan.AllHazards.Where(h => h.Code == "SSY0421").Select(h => h.Diagnostic.Subject!.Value.Name.Value).ToHashSet();

    private static string Schema(TestDatabase database, string definer)
    {
        var views = Queries.Select((q, i) => $"""
            CREATE DEFINER = {definer} SQL SECURITY DEFINER VIEW v{i} AS {string.Format(CultureInfo.InvariantCulture, q, database.Name)};

            """);
        return $"""
            CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE u (id int, b varchar(20));
            CREATE FUNCTION g (x int) RETURNS int DETERMINISTIC RETURN x;
            {string.Concat(views)}
            CREATE DEFINER = {definer} FUNCTION f (x int) RETURNS int DETERMINISTIC RETURN x;
            CREATE DEFINER = {definer} TRIGGER tr AFTER UPDATE ON t FOR EACH ROW DELETE FROM u WHERE id = NEW.a;
            CREATE DEFINER = {definer} PROCEDURE p () SELECT id FROM t;
            CREATE DEFINER = {definer} EVENT ev ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO DELETE FROM t;
            """;
    }

    private static string Changed(string definer) => $"""
        CREATE OR REPLACE DEFINER = {definer} VIEW v0 AS SELECT id, c FROM t;
        DROP FUNCTION f; CREATE DEFINER = {definer} FUNCTION f (x int) RETURNS int DETERMINISTIC RETURN x + 1;
        DROP TRIGGER tr; CREATE DEFINER = {definer} TRIGGER tr AFTER UPDATE ON t FOR EACH ROW DELETE FROM u WHERE id = NEW.c;
        DROP PROCEDURE p; CREATE DEFINER = {definer} PROCEDURE p () SELECT c FROM t;
        DROP EVENT ev; CREATE DEFINER = {definer} EVENT ev ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO DELETE FROM u;
        """;
}
