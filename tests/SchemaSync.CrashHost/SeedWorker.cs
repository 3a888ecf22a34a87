namespace SchemaSync.CrashHost;

/// <summary><c>seed PROVIDER CONNECTION SCHEMA SNAPSHOT SEED</c>: makes one new tenant that begins with rows, and dies at a
/// fault.</summary>
internal static class SeedWorker
{
    public const string Verb = "seed";

    public static async Task<int> RunAsync(string[] arguments, Func<string, DatabaseAdapter> adapters)
    {
        var fault = Fault.Parse(Environment.GetEnvironmentVariable("SCHEMASYNC_TEST_FAULT"));
        var tenant = new TenantContext("a", arguments[0], arguments[1], arguments[2].Length > 0 ? arguments[2] : null);
        var engine = new SchemaSyncEngine(new AdapterRegistry(new FaultyAdapter(adapters(arguments[0]), fault)));
        var report = await new TenantFleet(engine).SyncAsync(TenantList.Of(tenant),
            SchemaTarget.Of(await SnapshotFile.LoadAsync(arguments[3])), execute: true, new(),
            new() { Seed = await TenantSeed.LoadAsync(arguments[4]) });
        return FleetWorker.Tell(report);
    }
}
