namespace SchemaSync.Engine.Adapters.Watching;

/// <summary>A runner whose calls are waited for with an end.</summary>
internal sealed class WatchedRunner(MigrationRunner real, Watch watch) : MigrationRunner
{
    /// <inheritdoc/>
    public override TimeSpan Waited => real.Waited;

    /// <inheritdoc/>
    public override bool HoldsUntilComplete => real.HoldsUntilComplete;

    /// <inheritdoc/>
    public override Action<long>? Filled
    {
        get => real.Filled;
        set => real.Filled = value;
    }

    /// <inheritdoc/>
    public override Task LockAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
        RunAsync(token => real.LockAsync(timeout, token), needsServer: false, cancellationToken);

    /// <inheritdoc/>
    public override Task BeginAsync(TransactionMode mode, CancellationToken cancellationToken) =>
        RunAsync(token => real.BeginAsync(mode, token), needsServer: true, cancellationToken);

    /// <inheritdoc/>
    public override Task ExecuteAsync(Step step, CancellationToken cancellationToken) =>
        RunAsync(token => real.ExecuteAsync(step, token), needsServer: true, cancellationToken);

    /// <inheritdoc/>
    public override Task ExecuteTogetherAsync(IReadOnlyList<Step> steps, Action<int> ended, CancellationToken cancellationToken) =>
        // Nobody listens any more to a call that was left behind.
        RunAsync(token => real.ExecuteTogetherAsync(steps, n => { if (!watch.IsAbandoned) ended(n); }, token), needsServer: true,
            cancellationToken);

    /// <inheritdoc/>
    public override object? Transaction => real.Transaction;

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<Step, HandedStep>> HandOverAsync(Plan plan,
        OnlineChange change, CancellationToken cancellationToken)
    {
        var handed =
            await watch.RunAsync(token => real.HandOverAsync(plan, change, token), needsServer: false,
                cancellationToken).ConfigureAwait(false);
        var watched = new Dictionary<Step, HandedStep>(ReferenceEqualityComparer.Instance);
        // Our own session holds the lock and waits, while the program works on connections of its own.
        foreach (var (step, work) in handed) watched.Add(step,
            work with { RunAsync = ct => RunAsync(work.RunAsync, needsServer: false, ct) });
        return watched;
    }

    /// <inheritdoc/>
    public override bool IsAnotherWayNeeded(Exception exception) => real.IsAnotherWayNeeded(exception);

    /// <inheritdoc/>
    public override Task TryAsync(Step part, CancellationToken cancellationToken) =>
        RunAsync(token => real.TryAsync(part, token), needsServer: true, cancellationToken);

    /// <inheritdoc/>
    public override bool IsAmbiguousCall(Exception exception) => real.IsAmbiguousCall(exception);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> SampleAsync(string sql, int limit, CancellationToken cancellationToken) =>
        watch.RunAsync(token => real.SampleAsync(sql, limit, token), needsServer: true, cancellationToken);

    /// <inheritdoc/>
    public override Task CommitAsync(CancellationToken cancellationToken) =>
        RunAsync(real.CommitAsync, needsServer: true, cancellationToken);

    /// <inheritdoc/>
    public override Task CompleteAsync(CancellationToken cancellationToken) =>
        RunAsync(real.CompleteAsync, needsServer: true, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => watch.CloseAsync(real.DisposeAsync);

    private Task RunAsync(Func<CancellationToken, Task> call, bool needsServer, CancellationToken cancellationToken) =>
        watch.RunAsync(async token =>
    {
        await call(token).ConfigureAwait(false);
        return true;
    }, needsServer, cancellationToken);
}
