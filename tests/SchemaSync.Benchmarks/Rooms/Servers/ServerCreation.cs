namespace SchemaSync.Benchmarks;

/// <summary>A new schema in an empty database, one for each run.</summary>
internal sealed class ServerCreation(DatabaseAdapter adapter, Func<ServerDatabase> create)
{
    public SchemaTarget TargetOf(string sql)
    {
        using var database = create();
        database.Run(sql);
        return SchemaTarget.Of(Engine().SnapshotAsync(database.Tenant).GetAwaiter().GetResult());
    }

    public Cost By(Func<ServerDatabase, Cost> run)
    {
        using var database = create();
        return run(database);
    }

    public Cost ByEngine(SchemaTarget target) => By(database => Cost.Of(() =>
    {
        var report = Engine().SyncTenantAsync(database.Tenant, target, execute: true, new()).GetAwaiter().GetResult();
        if (report.Outcome != SchemaSync.Engine.Execution.Outcome.Done)
            throw new InvalidOperationException($"the run ended as {report.Outcome}");
    }));

    private SchemaSyncEngine Engine() => new(new AdapterRegistry(adapter));
}
