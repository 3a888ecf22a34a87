namespace SchemaSync.Engine.Adapters.Watching;

/// <summary>An inspector whose calls are waited for with an end.</summary>
internal sealed class WatchedInspector(SchemaInspector real, Watch watch) : SchemaInspector
{
    /// <inheritdoc/>
    public override Task<Snapshot> InspectAsync(CancellationToken cancellationToken) => RunAsync(real.InspectAsync, cancellationToken);

    /// <inheritdoc/>
    public override Task<Snapshot> InspectInOrderAsync(CancellationToken cancellationToken) =>
        RunAsync(real.InspectInOrderAsync, cancellationToken);

    /// <inheritdoc/>
    public override Task<DatabaseSchemas?> SchemasAsync(CancellationToken cancellationToken) =>
        RunAsync(real.SchemasAsync, cancellationToken);

    /// <inheritdoc/>
    public override Task<string?> StampAsync(CancellationToken cancellationToken) => RunAsync(real.StampAsync, cancellationToken);

    /// <inheritdoc/>
    public override Task<string?> StampWithOthersAsync(CancellationToken cancellationToken) =>
        RunAsync(real.StampWithOthersAsync, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyDictionary<Identifier, string>?> StampsAsync(IReadOnlyList<Identifier> names,
        CancellationToken cancellationToken) =>
        RunAsync(token => real.StampsAsync(names, token), cancellationToken);

    /// <inheritdoc/>
    public override Task<string?> DigestAsync(DigestKey key, CancellationToken cancellationToken) =>
        RunAsync(token => real.DigestAsync(key, token), cancellationToken);

    /// <inheritdoc/>
    public override Task<TenantDigests?> DigestsAsync(IReadOnlyList<Identifier> names, DigestKey key,
        CancellationToken cancellationToken) =>
        RunAsync(token => real.DigestsAsync(names, key, token), cancellationToken);

    /// <inheritdoc/>
    public override Task CheckBodiesAsync(CancellationToken cancellationToken) => RunAsync(real.CheckBodiesAsync, cancellationToken);

    /// <inheritdoc/>
    public override Task RefuseCodeOfOthersAsync(Plan plan, CancellationToken cancellationToken) =>
        RunAsync(token => real.RefuseCodeOfOthersAsync(plan, token), cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindMissingAsync(IReadOnlyList<ExternalNeed> needs,
        CancellationToken cancellationToken) =>
        RunAsync(token => real.FindMissingAsync(needs, token), cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindInTheWayAsync(Plan plan, CancellationToken cancellationToken) =>
        RunAsync(token => real.FindInTheWayAsync(plan, token), cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindFaultsAsync(CancellationToken cancellationToken) =>
        RunAsync(real.FindFaultsAsync, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindBrokenBodiesAsync(CancellationToken cancellationToken) =>
        RunAsync(real.FindBrokenBodiesAsync, cancellationToken);

    private Task RunAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken) => RunAsync(async token =>
    {
        await call(token).ConfigureAwait(false);
        return true;
    }, cancellationToken);

    // What was read is also put together in there, while the server has nothing to do.
    private Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        watch.RunAsync(call, needsServer: false, cancellationToken);
}
