namespace SchemaSync.Adapters.Tests;

/// <summary>What MySQL and MariaDB have and the model has no words for is carried as the server prints it, and in nobody's way.</summary>
public sealed class MySqlOpaqueTests
{
    private const string Package = "SET sql_mode = ORACLE; CREATE PACKAGE emp AS FUNCTION one() RETURN INT; PROCEDURE two(); END";
    private const string Body = "SET sql_mode = ORACLE; CREATE OR REPLACE PACKAGE BODY emp AS FUNCTION one() RETURN INT AS BEGIN "
        + "RETURN 1; END; PROCEDURE two() AS BEGIN SELECT 1; END; END";
    private const string Subpartitions = "CREATE TABLE t (id int, b int) PARTITION BY RANGE (id) SUBPARTITION BY HASH (b) (PARTITION "
        + "a VALUES LESS THAN (10) (SUBPARTITION x, SUBPARTITION y))";
    private const string Period = "CREATE TABLE t (id int, a date, b date, PERIOD FOR valid (a, b))";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Server, statements, a change by hand, the object, and a word of its text.</summary>
    public static TheoryData<string, string[], string, string, string> Scenes
    {
        get
        {
            var scenes = new TheoryData<string, string[], string, string, string>();
            string[] maria = [TestServer.MariaDb1011.ToString(), TestServer.MariaDb118.ToString()];
            foreach (var server in maria)
            {
                scenes.Add(server, [Package, Body], Body.Replace("RETURN 1", "RETURN 2", StringComparison.Ordinal), "package body emp",
                    "RETURN 1");
                scenes.Add(server, [Package], "SET sql_mode = ORACLE; CREATE OR REPLACE PACKAGE emp AS FUNCTION one() RETURN INT; END",
                    "package emp", "PROCEDURE two");
                scenes.Add(server, [Period], "ALTER TABLE t DROP PERIOD FOR valid", "table t", "PERIOD FOR");
            }

            foreach (var server in maria.Append(TestServer.MySql97.ToString()))
                scenes.Add(server, [Subpartitions], "ALTER TABLE t REMOVE PARTITIONING", "table t", "SUBPARTITION");
            return scenes;
        }
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task It_is_equal_to_its_own_snapshot_others_are_planned_beside_it_and_its_change_is_named(string server, string[] sql,
        string change, string name, string word)
    {
        using var live = Live(server, sql);
        var start = await Saved(live);
        Assert.Empty(start.Unsupported);
        Assert.DoesNotContain(live.Name, SnapshotFile.Write(start), StringComparison.Ordinal);
        Assert.Contains(word, Text(Held(start, name)), StringComparison.Ordinal);
        Assert.IsNotType<Table>(Held(start, name));
        Assert.Empty((await MySqlServers.Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(start), Token)).Diagnostics);
        // Rows move the next number, which is no state.
        live.Run("CREATE TABLE numbers (id int PRIMARY KEY AUTO_INCREMENT); INSERT INTO numbers VALUES (7); DROP TABLE numbers");

        var target = SchemaTarget.Of(start.With(start.Objects.Select(o => o is Table { Name.Name.Value: "other" } table ? table
            with { Columns = [.. table.Columns, table.Columns[0] with { Name = new("more"), Nullable = true }] } : o)));
        Assert.Equal(Outcome.Done, (await MySqlServers.Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything,
            Token)).Outcome);
        Assert.True((await MySqlServers.Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal(Outcome.Done, (await MySqlServers.Engine.ApplyAsync(live.Tenant,
            await MySqlServers.Engine.PlanRevertAsync(live.Tenant, Token), MySqlServers.Everything, Token)).Outcome);

        live.Run(change);
        var drift = await MySqlServers.Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(start), Token);
        Assert.Contains(drift.Diagnostics, d => d.Subject?.ToString() == name);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            MySqlServers.Engine.PlanAsync(live.Tenant, SchemaTarget.Of(start), new(), Token));
        Assert.All(refused.Diagnostics, d => Assert.Equal("SSY0305", d.Entry.Code));
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task A_target_that_does_not_speak_of_it_leaves_it_alone(string server, string[] sql, string change, string name,
        string word)
    {
        using var live = Live(server, sql);
        var start = await Saved(live);
        var silent = start.WithoutOpaque();
        var equal = await MySqlServers.Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(silent), Token);
        Assert.Empty(equal.Diagnostics);
        Assert.Contains(equal.Unmanaged, u => u.ToString() == name);
        var target = SchemaTarget.Of(silent.With([.. silent.Objects, ((Table)Held(start, "table other")) with { Name = new("fresh") }]));
        Assert.Equal(Outcome.Done, (await MySqlServers.Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything,
            Token)).Outcome);
        Assert.Equal(Text(Held(start, name)), Text(Held(await Saved(live), name)));
        Assert.NotEqual(change, word);
    }

    private static TestDatabase Live(string server, string[] sql)
    {
        var live = TestServer.Of(server).CreateDatabase().Run("CREATE TABLE other (id int PRIMARY KEY)");
        foreach (var statement in sql) live.Run(statement);
        return live;
    }

    private static TopLevelObject Held(Snapshot snapshot, string name) =>
        snapshot.Objects.FirstOrDefault(o => ObjectId.Of(o).ToString() == name)
        ?? throw new InvalidOperationException($"{name} is not among {string.Join(", ", snapshot.Objects.Select(ObjectId.Of))}");

    private static string Text(TopLevelObject subject) => string.Join('\n', FacetList.Of(subject).Where(f => f.Value is not null)
        .Select(f => $"{f.Name} {f.Value}"));

    private static async Task<Snapshot> Saved(TestDatabase live) =>
        SnapshotFile.Read(SnapshotFile.Write(await MySqlServers.Engine.SnapshotAsync(live.Tenant, Token)), "saved");
}
