using System.Data.Common;

namespace SchemaSync.Engine.Adapters.Watching;

/// <summary>A session whose calls are waited for with an end.</summary>
internal sealed class WatchedSession(DatabaseSession real, Watch watch) : DatabaseSession
{
    /// <inheritdoc/>
    public override Dialect Dialect => real.Dialect;

    /// <inheritdoc/>
    public override SchemaInspector Inspector { get; } = new WatchedInspector(real.Inspector, watch);

    /// <inheritdoc/>
    public override MigrationRunner Runner { get; } = new WatchedRunner(real.Runner, watch);

    /// <inheritdoc/>
    public override DbConnection Connection => real.Connection;

    /// <inheritdoc/>
    public override LedgerTables Ledger => real.Ledger;

    /// <inheritdoc/>
    public override Task<FoundLedger> FindLedgerAsync(CancellationToken cancellationToken) =>
        watch.RunAsync(real.FindLedgerAsync, needsServer: false, cancellationToken);

    /// <inheritdoc/>
    public override Task<SharedLedgers?> FindLedgersAsync(IReadOnlyList<Identifier> tenants, CancellationToken cancellationToken) =>
        watch.RunAsync(token => real.FindLedgersAsync(tenants, token), needsServer: false, cancellationToken);

    /// <inheritdoc/>
    public override bool IsRemote => real.IsRemote;

    /// <inheritdoc/>
    public override Task<SessionPulse> PulseAsync(CancellationToken cancellationToken) => real.PulseAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        watch.RunAsync(call, needsServer: false, cancellationToken);

    /// <inheritdoc/>
    public override Task EnterAsync(CancellationToken cancellationToken) =>
        watch.RunAsync(async token =>
        {
            await real.EnterAsync(token).ConfigureAwait(false);
            return true;
        }, needsServer: false, cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await watch.CloseAsync(real.DisposeAsync).ConfigureAwait(false);
        watch.Dispose();
    }
}
