namespace SchemaSync.CrashHost;

/// <summary>
/// <c>fleet PROVIDER TEMPLATE SCHEMA SNAPSHOT CONTROL NAMES PAUSE</c>: a worker of a run over the tenants of those names, which says when
/// it begins, and rests after each of them.
/// </summary>
internal static class FleetWorker
{
    public const string Verb = "fleet";

    public static async Task<int> RunAsync(string[] arguments, AdapterRegistry adapters)
    {
        var adapter = adapters.For(arguments[0]);
        var template = new TenantTemplate(adapter, arguments[1]) { Schema = arguments[2].Length > 0 ? arguments[2] : null };
        var target = SchemaTarget.Of(await SnapshotFile.LoadAsync(arguments[3]));
        Console.WriteLine("begins");
        var report = await new TenantFleet(new(adapters)).SyncAsync(TenantList.OfNames(arguments[5].Split(','), template), target,
            execute: true, new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) },
            Options(arguments[4], arguments[6]));
        return Tell(report);
    }

    /// <summary>How a worker of the tests goes through tenants.</summary>
    public static FleetOptions Options(string control, string pause) => new()
    {
        Parallelism = 2, Canaries = 2, StopAfter = 0, Creates = true,
        Control = new(new TenantContext("the control database", ProviderNames.Sqlite, $"Data Source={control}"))
            { Lease = TimeSpan.FromSeconds(2) },
        Progress = new Rest(int.Parse(pause, System.Globalization.CultureInfo.InvariantCulture)),
    };

    /// <summary>Says what failed; 0 where nothing did.</summary>
    public static int Tell(FleetReport report)
    {
        foreach (var failed in report.Tenants.Where(t => t.State == TenantState.Failed))
            Console.WriteLine($"{failed.Tenant}: {failed.Diagnostics[0]}");
        return report.Tenants.All(t => t.State is TenantState.Done or TenantState.Equal) ? 0 : 4;
    }

    private sealed class Rest(int milliseconds) : IProgress<FleetProgress>
    {
        public void Report(FleetProgress value) => Thread.Sleep(milliseconds);
    }
}
