using SchemaSync.CrashHost;
using SchemaSync.Engine;
using SchemaSync.Model;

// <database file> <snapshot file>; SCHEMASYNC_TEST_FAULT is "call:N" or "work:N", or empty for a run to the end.
var fault = Fault.Parse(Environment.GetEnvironmentVariable("SCHEMASYNC_TEST_FAULT"));
var engine = new SchemaSyncEngine(new AdapterRegistry(new FaultyAdapter(fault)));
var target = SchemaTarget.Of(await SnapshotFile.LoadAsync(args[1]));
var everything = new ExecutionOptions { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };
var report = await engine.SyncTenantAsync(new("crash", ProviderNames.Sqlite, $"Data Source={args[0]}"), target, execute: true, everything);
Console.WriteLine($"{report.Outcome} {report.Plan.Steps.Count} {fault.Calls} {fault.Work}");
