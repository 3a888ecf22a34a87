namespace SchemaSync.Engine.Adapters;

/// <summary>
/// Runs steps under the tenant's lock. Order: lock, begin, execute …, commit, (begin …), complete. Disposing without
/// <see cref="CompleteAsync"/> rolls back what can be and releases the lock; so does the end of the process.
/// </summary>
public abstract class MigrationRunner : IAsyncDisposable
{
    /// <summary>How long it has waited for locks of others, as far as it has noticed: attempts that gave up, and pauses between
    /// them.</summary>
    public virtual TimeSpan Waited => TimeSpan.Zero;

    /// <summary>Waits for the lock that lets one run at a time change the tenant.</summary>
    /// <exception cref="SchemaSyncException">SSY0501: another run held it longer than the timeout.</exception>
    public abstract Task LockAsync(TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Begins a batch.</summary>
    public abstract Task BeginAsync(TransactionMode mode, CancellationToken cancellationToken);

    /// <summary>Runs one step; an assertion that returns a row throws SSY0504 with the row.</summary>
    public abstract Task ExecuteAsync(Step step, CancellationToken cancellationToken);

    /// <summary>
    /// Runs steps of one transaction that follow each other, in as few messages as the driver can send; each as
    /// <see cref="ExecuteAsync"/> does.
    /// </summary>
    /// <param name="steps">Steps of which none changes what the next ones mean.</param>
    /// <param name="ended">Is told how many of them have ended, whenever that is known, and before a failure of the next one is thrown.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public virtual async Task ExecuteTogetherAsync(IReadOnlyList<Step> steps, Action<int> ended, CancellationToken cancellationToken)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            await ExecuteAsync(steps[i], cancellationToken).ConfigureAwait(false);
            ended(i + 1);
        }
    }

    /// <summary>What stands for the transaction that is open, another object for each; null where none is, and where nobody has to know
    /// one from the next.</summary>
    public virtual object? Transaction => null;

    /// <summary>Runs a part of a step on scratch and takes back what it did (<see cref="Step.Parts"/>).</summary>
    public virtual Task TryAsync(Step part, CancellationToken cancellationToken) => ExecuteAsync(part, cancellationToken);

    /// <summary>Is told after each batch how many rows a step has given their values so far (<see cref="Step.Fill"/>).</summary>
    public virtual Action<long>? Filled { get; set; }

    /// <summary>The steps that change large tables, each with how the program of
    /// <paramref name="change"/> does it; looked at before the first statement.</summary>
    /// <exception cref="SchemaSyncException">SSY0512: there is no such program for
    /// this provider, or a step that it must not do.</exception>
    public virtual Task<IReadOnlyDictionary<Step, HandedStep>> HandOverAsync(Plan plan, OnlineChange change,
        CancellationToken cancellationToken) =>
        throw new SchemaSyncException(ExecutionDiagnostics.OnlineChangeRefused, "a plan",
            $"there is no such program for {plan.Provider}; leave the option out");

    /// <summary>Whether a step failed only because the server does it another way than the step asserts; nothing was done.</summary>
    public virtual bool IsAnotherWayNeeded(Exception exception) => false;

    /// <summary>Whether a statement failed because its call may mean several routines.</summary>
    public virtual bool IsAmbiguousCall(Exception exception) => false;

    /// <summary>Rows of a query as text, at most <paramref name="limit"/>: data checks and their samples.</summary>
    public abstract Task<IReadOnlyList<string>> SampleAsync(string sql, int limit, CancellationToken cancellationToken);

    /// <summary>Ends a batch.</summary>
    public abstract Task CommitAsync(CancellationToken cancellationToken);

    /// <summary>Whether a commit is durable only with <see cref="CompleteAsync"/>: the transaction is the lock as well.</summary>
    public virtual bool HoldsUntilComplete => false;

    /// <summary>Makes everything durable and releases the lock.</summary>
    public abstract Task CompleteAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
