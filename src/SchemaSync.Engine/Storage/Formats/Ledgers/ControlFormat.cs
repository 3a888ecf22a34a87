namespace SchemaSync.Engine.Storage.Formats.Ledgers;

/// <summary>The tables of a control database. Every run says with which version of them it was written.</summary>
internal static class ControlFormat
{
    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    /// <summary>The tables.</summary>
    public const string Runs = "__schemasync_fleet", Tenants = "__schemasync_fleet_tenants";

    /// <summary>Where a run is.</summary>
    public const string Open = "open", Paused = "paused", Stopped = "stopped", Ended = "ended";

    /// <summary>Where a tenant of it is that has not ended.</summary>
    public const string Waiting = "waiting", Taken = "taken";

    /// <summary>The tables with their columns.</summary>
    public static IReadOnlyList<LedgerTable> Tables { get; } =
    [
        new(Runs, ["run"], LedgerColumn.Text("run", 100), LedgerColumn.Number("format"), LedgerColumn.Text("target", 100),
            LedgerColumn.Text("state", 20), LedgerColumn.Text("reason"), LedgerColumn.Number("started")),
        new(Tenants, ["run", "tenant"], LedgerColumn.Text("run", 100), LedgerColumn.Text("tenant", 255), LedgerColumn.Number("stage"),
            LedgerColumn.Number("ordinal"), LedgerColumn.Text("server", 255), LedgerColumn.Text("state", 20),
            LedgerColumn.Text("worker", 100), LedgerColumn.Number("lease"), LedgerColumn.Number("attempts"),
            LedgerColumn.Text("origin", 100), LedgerColumn.Number("elapsed"), LedgerColumn.Text("detail")),
    ];
}
