namespace SchemaSync.Engine.Adapters.Watching;

/// <summary>An adapter whose sessions are waited for with an end, see <see cref="Watch"/>.</summary>
internal sealed class WatchedAdapter(DatabaseAdapter real, Patience patience) : DatabaseAdapter
{
    /// <inheritdoc/>
    public override string Provider => real.Provider;

    /// <inheritdoc/>
    public override Dialect OfflineDialect => real.OfflineDialect;

    /// <inheritdoc/>
    public override Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access, CancellationToken cancellationToken) =>
        OpenAsync(tenant, token => real.OpenAsync(tenant, access, token), cancellationToken);

    /// <inheritdoc/>
    public override Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken) =>
        OpenAsync(tenant, token => real.OpenScratchAsync(tenant, token), cancellationToken);

    /// <inheritdoc/>
    public override string? Missing(TenantContext tenant) => real.Missing(tenant);

    /// <inheritdoc/>
    public override string DisplayName(TenantContext tenant) => real.DisplayName(tenant);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files(TenantContext tenant) => real.Files(tenant);

    /// <inheritdoc/>
    public override string? FileConnection => real.FileConnection;

    /// <inheritdoc/>
    public override string OfflineConnection => real.OfflineConnection;

    /// <inheritdoc/>
    public override IReadOnlyList<string> EntityFrameworkProviders => real.EntityFrameworkProviders;

    /// <inheritdoc/>
    public override int FileHeadLength => real.FileHeadLength;

    /// <inheritdoc/>
    public override bool IsDatabaseFile(ReadOnlySpan<byte> head) => real.IsDatabaseFile(head);

    /// <inheritdoc/>
    public override Task<ScriptPlace> PlaceAsync(TenantContext tenant, DatabaseSession session, CancellationToken cancellationToken) =>
        session.CallAsync(token => real.PlaceAsync(tenant, session, token), cancellationToken);

    /// <inheritdoc/>
    public override string AtHome(TenantContext tenant, string sql) => real.AtHome(tenant, sql);

    /// <inheritdoc/>
    public override bool TakesRoles => real.TakesRoles;

    /// <inheritdoc/>
    public override bool SharesLedgers => real.SharesLedgers;

    /// <inheritdoc/>
    public override TenantContext Whole(TenantContext tenant) => real.Whole(tenant);

    /// <inheritdoc/>
    public override OwnPlace? OwnPlaceOf(TenantContext tenant) => real.OwnPlaceOf(tenant);

    /// <inheritdoc/>
    public override TenantPlace PlaceOf(TenantContext tenant) => real.PlaceOf(tenant);

    /// <inheritdoc/>
    public override TenantContext At(TenantContext tenant, TenantPlace place) => real.At(tenant, place);

    /// <inheritdoc/>
    public override async Task CreateAsync(TenantContext tenant, CancellationToken cancellationToken)
    {
        using var watch = new Watch(real.DisplayName(tenant), patience, cancellationToken);
        await watch.RunAsync(async token =>
        {
            await real.CreateAsync(tenant, token).ConfigureAwait(false);
            return true;
        }, needsServer: false, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> HeldByOthersAsync(TenantContext tenant, DatabaseSession session,
        CancellationToken cancellationToken) =>
        session.CallAsync(token => real.HeldByOthersAsync(tenant, session, token), cancellationToken);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> DropAsync(TenantContext tenant, TimeSpan lockTimeout,
        CancellationToken cancellationToken)
    {
        using var watch = new Watch(real.DisplayName(tenant), patience, cancellationToken);
        return await watch.RunAsync(token => real.DropAsync(tenant, lockTimeout, token), needsServer: false,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> PlacesAsync(TenantContext tenant, bool schemas, CancellationToken cancellationToken)
    {
        using var watch = new Watch(real.DisplayName(tenant), patience, cancellationToken);
        return await watch.RunAsync(token => real.PlacesAsync(tenant, schemas, token), needsServer: false,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Diagnostic? Explain(TenantContext tenant, Exception exception) => real.Explain(tenant, exception);

    private async Task<DatabaseSession> OpenAsync(TenantContext tenant,
        Func<CancellationToken, Task<DatabaseSession>> open, CancellationToken cancellationToken)
    {
        var watch = new Watch(real.DisplayName(tenant), patience, cancellationToken);
        try
        {
            var session = await watch.RunAsync(open, needsServer: false, cancellationToken).ConfigureAwait(false);
            watch.Pulse = session.IsRemote ? session.PulseAsync : null;
            return new WatchedSession(session, watch);
        }
        catch
        {
            watch.Dispose();
            throw;
        }
    }
}
