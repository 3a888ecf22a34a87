namespace SchemaSync.Adapters.Tests;

/// <summary>Declared SQL that runs along with a sync.</summary>
public static class HookScene
{
    /// <summary>A table whose rows tell what ran.</summary>
    public const string Log = "CREATE TABLE log (id int, word varchar(40))";

    public static readonly SchemaSyncEngine Engine =
        new(new AdapterRegistry(new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter(), new SqliteAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What every hook needs that is not about the run as a whole.</summary>
    public static ObjectId Table(string name) => ObjectId.Top(ObjectKind.Table, new QualifiedName(name));

    public static ObjectId Column(string table, string name) => ObjectId.In(ObjectKind.Column, new QualifiedName(table), new(name));

    public static Intent Before(ObjectId subject, string sql, int order = 0, bool unproved = false) =>
        new(IntentKind.Before, subject, subject.Name) { Sql = sql, Order = order == 0 ? null : order, Unproved = unproved };

    public static Intent After(ObjectId subject, string sql, int order = 0, bool unproved = false) =>
        new(IntentKind.After, subject, subject.Name) { Sql = sql, Order = order == 0 ? null : order, Unproved = unproved };

    /// <summary>A statement that leaves a word in the log.</summary>
    public static string Say(string word) => $"INSERT INTO log (id, word) SELECT count(*), '{word}' FROM log";

    /// <summary>The words of the log, in their order.</summary>
    public static string Said(TestDatabase live) => live.Query("SELECT word FROM log ORDER BY id");

    public static Task<ExecutionReport> RunAsync(TestDatabase live, Snapshot target, params string[] allowed) =>
        Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(target), execute: true,
            new() { IncludeUnmanaged = true, Policy = new([.. allowed]) }, Token);

    /// <summary>The first code with which a run is refused, and what it says.</summary>
    public static async Task<(string Code, string Message)> RefusedAsync(TestDatabase live, Snapshot target, params string[] allowed)
    {
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => RunAsync(live, target, allowed));
        return (refusal.Diagnostics[0].Entry.Code, refusal.Message);
    }
}
