using System.Collections.Concurrent;
using System.Data.Common;

namespace SchemaSync.Adapters.Tests;

/// <summary>An adapter that remembers which tenants were read, and does something when the first one is.</summary>
internal sealed class ReadCounter(DatabaseAdapter real) : DatabaseAdapter
{
    private Func<TenantContext, Task>? _once;

    public ConcurrentQueue<string> Read { get; } = [];

    /// <summary>Whose ledgers were looked for.</summary>
    public ConcurrentQueue<string> Ledgers { get; } = [];

    /// <summary>What happens while the next tenant is read.</summary>
    public void Meanwhile(Func<TenantContext, Task> once) => _once = once;

    public override string Provider => real.Provider;

    public override Dialect OfflineDialect => real.OfflineDialect;

    public override string? FileConnection => real.FileConnection;

    public override async Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access,
        CancellationToken cancellationToken) =>
        new Session(await real.OpenAsync(tenant, access, cancellationToken), tenant, this);

    public override Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken) =>
        real.OpenScratchAsync(tenant, cancellationToken);

    public override string? Missing(TenantContext tenant) => real.Missing(tenant);

    public override OwnPlace? OwnPlaceOf(TenantContext tenant) => real.OwnPlaceOf(tenant);

    public override TenantPlace PlaceOf(TenantContext tenant) => real.PlaceOf(tenant);

    public override TenantContext At(TenantContext tenant, TenantPlace place) => real.At(tenant, place);

    public override string DisplayName(TenantContext tenant) => real.DisplayName(tenant);

    public override Diagnostic? Explain(TenantContext tenant, Exception exception) => real.Explain(tenant, exception);

    private async Task CountAsync(TenantContext tenant)
    {
        Read.Enqueue(tenant.Id);
        if (Interlocked.Exchange(ref _once, null) is { } once) await once(tenant);
    }

    private sealed class Session(DatabaseSession real, TenantContext tenant, ReadCounter counter) : DatabaseSession
    {
        public override Dialect Dialect => real.Dialect;

        public override SchemaInspector Inspector { get; } = new Inspecting(real.Inspector, tenant, counter);

        public override MigrationRunner Runner => real.Runner;

        public override DbConnection Connection => real.Connection;

        public override LedgerTables Ledger => real.Ledger;

        public override Task<FoundLedger> FindLedgerAsync(CancellationToken cancellationToken)
        {
            counter.Ledgers.Enqueue(tenant.Id);
            return real.FindLedgerAsync(cancellationToken);
        }

        public override Task<SharedLedgers?> FindLedgersAsync(IReadOnlyList<Identifier> tenants, CancellationToken cancellationToken) =>
            real.FindLedgersAsync(tenants, cancellationToken);

        public override Task EnterAsync(CancellationToken cancellationToken) => real.EnterAsync(cancellationToken);

        public override ValueTask DisposeAsync() => real.DisposeAsync();
    }

    private sealed class Inspecting(SchemaInspector real, TenantContext tenant, ReadCounter counter) : SchemaInspector
    {
        public override async Task<Snapshot> InspectAsync(CancellationToken cancellationToken)
        {
            await counter.CountAsync(tenant);
            return await real.InspectAsync(cancellationToken);
        }

        public override Task<DatabaseSchemas?> SchemasAsync(CancellationToken cancellationToken) => real.SchemasAsync(cancellationToken);

        public override Task<string?> StampAsync(CancellationToken cancellationToken) => real.StampAsync(cancellationToken);

        public override Task<IReadOnlyDictionary<Identifier, string>?> StampsAsync(IReadOnlyList<Identifier> names,
            CancellationToken cancellationToken) => real.StampsAsync(names, cancellationToken);

        public override Task<string?> DigestAsync(DigestKey key, CancellationToken cancellationToken) =>
            real.DigestAsync(key, cancellationToken);

        public override Task<TenantDigests?> DigestsAsync(IReadOnlyList<Identifier> names, DigestKey key,
            CancellationToken cancellationToken) => real.DigestsAsync(names, key, cancellationToken);

        public override Task CheckBodiesAsync(CancellationToken cancellationToken) => real.CheckBodiesAsync(cancellationToken);
    }
}
