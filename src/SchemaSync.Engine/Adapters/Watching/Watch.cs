namespace SchemaSync.Engine.Adapters.Watching;

/// <summary>
/// Waits for the calls of one session, so that no wait is without an end: a call that is cancelled is given a moment and then left
/// behind with its connection, and a server that has fallen silent is noticed by asking it on another connection.
/// </summary>
internal sealed class Watch : IDisposable
{
    // Once, and the answer may only have been on its way.
    private const int Suspicious = 2;

    private readonly string _place;
    private readonly Patience _patience;
    private readonly CancellationToken _operation;
    private readonly CancellationTokenRegistration _registration;
    private Task _left = Task.CompletedTask;
    private long _cancelledAt;
    private bool _wasSeen;

    /// <param name="place">What messages call the database.</param>
    /// <param name="patience">How long to wait for whom.</param>
    /// <param name="operation">What the session is opened for. When that is cancelled,
    /// its calls and its closing share one short time.</param>
    public Watch(string place, Patience patience, CancellationToken operation)
    {
        (_place, _patience, _operation) = (place, patience, operation);
        _registration = operation.UnsafeRegister(static watch => ((Watch)watch!).Cancelled(), this);
    }

    /// <summary>What another connection says; none while there is no session yet.</summary>
    public Func<CancellationToken, Task<SessionPulse>>? Pulse { get; set; }

    /// <summary>Whether a call was left behind: its connection is of no use any more.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>Waits for one call.</summary>
    /// <param name="call">The call; its token is cancelled with the operation, and when the server is gone.</param>
    /// <param name="needsServer">Whether the server has to be at work all the time:
    /// false where the call also does something of its own.</param>
    /// <param name="cancellationToken">Ends the waiting, at once or a moment later.</param>
    /// <exception cref="SchemaSyncException">SSY0215: the server is silent.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled; with the
    /// server's word inside when it confirmed that.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, bool needsServer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsAbandoned) throw Silent("an earlier call was not answered");
        // Not linked: what drivers do when they are cancelled may block, and must not block whoever cancels.
        var inner = new CancellationTokenSource();
        using var cancelled = cancellationToken.UnsafeRegister(source => Cancelled((CancellationTokenSource)source!), inner);
        // On another thread: SQLite's driver does not return before it is done.
        var work = Task.Run(() => call(inner.Token), CancellationToken.None);
        if (!await EndsAsync(work, needsServer, inner, cancellationToken).ConfigureAwait(false))
        {
            Abandon(work);
            throw new OperationCanceledException(cancellationToken);
        }

        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e.InnerException, cancellationToken);
        }
    }

    /// <summary>Closes what the session holds; never waits longer than for a server that is
    /// at work, and throws nothing for one that is gone.</summary>
    public async ValueTask CloseAsync(Func<ValueTask> close)
    {
        if (IsAbandoned)
        {
            // When the driver has let go of the call that was left, it can close; nobody waits for that.
            _ = Forget(_left
                .ContinueWith(_ => close().AsTask(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap());
            return;
        }

        var work = Task.Run(() => close().AsTask(), CancellationToken.None);
        try
        {
            if (await EndsAsync(work, needsServer: false, new(), _operation).ConfigureAwait(false)) await work.ConfigureAwait(false);
            else Abandon(work);
        }
        catch (SchemaSyncException e) when (e.Diagnostics is [{ Entry.Code: "SSY0215" }] && IsAbandoned)
        {
            // The connection goes with whoever does not answer, and with it everything that was to be closed.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _registration.Dispose();

    /// <summary>Whether the work ended, rather than being cancelled without coming to an end.</summary>
    private async Task<bool> EndsAsync(Task work, bool needsServer, CancellationTokenSource inner, CancellationToken cancellationToken)
    {
        var (unanswered, suspicious) = (0, 0);
        while (unanswered < _patience.Questions && suspicious < Suspicious)
        {
            if (await CompletesAsync(work, Pulse is null ? Timeout.InfiniteTimeSpan : unanswered > 0 ? _patience.Pause : _patience.Silence,
                cancellationToken).ConfigureAwait(false)) return true;
            if (cancellationToken.IsCancellationRequested)
                return await CompletesAsync(work, Remaining(), CancellationToken.None).ConfigureAwait(false);
            var pulse = await AskAsync(work, cancellationToken).ConfigureAwait(false);
            unanswered = pulse is null ? unanswered + 1 : 0;
            // A session that was never seen may be behind a pooler or on another server of that name: then its absence says nothing.
            var isOdd = pulse == SessionPulse.Gone ? _wasSeen : pulse == SessionPulse.Idle && needsServer;
            suspicious = isOdd ? suspicious + 1 : pulse is null ? suspicious : 0;
            _wasSeen |= pulse is SessionPulse.Working or SessionPulse.Idle;
        }

        if (work.IsCompleted) return true;
        _ = inner.CancelAsync();
        Abandon(work);
        throw Silent(suspicious > 0
            ? "the server has ended this session, or its answer was lost on the way"
            : "the server has fallen silent, and does not answer on another connection either");
    }

    /// <summary>What the server says on another connection; null when it says nothing.</summary>
    private async Task<SessionPulse?> AskAsync(Task work, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_patience.Answer);
        var pulse = Pulse!;
        var asking = Task.Run(() => pulse(limit.Token), CancellationToken.None);
        await CompletesAsync(Task.WhenAny(work, asking), _patience.Answer, cancellationToken).ConfigureAwait(false);
        if (asking.IsCompletedSuccessfully) return await asking.ConfigureAwait(false);
        _ = Forget(asking);
        return work.IsCompleted || cancellationToken.IsCancellationRequested ? SessionPulse.Unknown : null;
    }

    private static async Task<bool> CompletesAsync(Task work, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ended = await Task.WhenAny(work, Task.Delay(limit, over.Token)).ConfigureAwait(false) == work;
        await over.CancelAsync().ConfigureAwait(false);
        return ended;
    }

    private void Cancelled() => Interlocked.CompareExchange(ref _cancelledAt, Environment.TickCount64, 0);

    private void Cancelled(CancellationTokenSource inner)
    {
        Cancelled();
        _ = inner.CancelAsync();
    }

    private TimeSpan Remaining()
    {
        Cancelled();
        var left = _patience.Farewell - TimeSpan.FromMilliseconds(Environment.TickCount64 - Interlocked.Read(ref _cancelledAt));
        return left > _patience.Moment ? left : _patience.Moment;
    }

    private void Abandon(Task work)
    {
        IsAbandoned = true;
        _left = Forget(work);
    }

    // What it throws is nobody's business any more.
    private static Task Forget(Task work) =>
        work.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    private SchemaSyncException Silent(string reason) => new(InspectionDiagnostics.ConnectionLost, _place, reason);
}
