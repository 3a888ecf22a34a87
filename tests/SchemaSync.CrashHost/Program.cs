using SchemaSync.CrashHost;

if (args[0] == TableCopy.Verb) return await TableCopy.RunAsync(args[1..]);
if (args[0] == LibraryWorker.Verb) return await LibraryWorker.RunAsync(args[1..]);
if (args[0] == SeedWorker.Verb) return await SeedWorker.RunAsync(args[1..], Real);
if (args[0] == FleetWorker.Verb)
    return await FleetWorker.RunAsync(args[1..],
        new(new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter(), new SqliteAdapter()));

// <provider> <connection string> <schema, or empty> <snapshot file>;
// SCHEMASYNC_TEST_FAULT is "call:N" or "work:N", or empty for a run to the end.
var fault = Fault.Parse(Environment.GetEnvironmentVariable("SCHEMASYNC_TEST_FAULT"));
var engine = new SchemaSyncEngine(new AdapterRegistry(new FaultyAdapter(Real(args[0]), fault)));
var target = SchemaTarget.Of(await SnapshotFile.LoadAsync(args[3]));
var everything = new ExecutionOptions { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };
var report = await engine.SyncTenantAsync(new("crash", args[0], args[1], args[2].Length > 0 ? args[2] : null),
    target, execute: true, everything);
Console.WriteLine($"{report.Outcome} {report.Plan.Steps.Count} {fault.Calls} {fault.Work}");
return 0;

static DatabaseAdapter Real(string provider) => provider switch
{
    ProviderNames.PostgreSql => new PostgreSqlAdapter(),
    ProviderNames.MySql => new MySqlAdapter(),
    ProviderNames.MariaDb => new MariaDbAdapter(),
    _ => new SqliteAdapter(),
};
