using System.Diagnostics;

namespace SchemaSync.Engine.Execution;

/// <summary>
/// Tells the ledger about one run. A plan that is one transaction is told inside it, at the end. One of several is told
/// before the first, with each, and after the last, so that a process that dies in between leaves a trace.
/// </summary>
internal sealed class RunJournal(Plan plan, string action, string toolVersion)
{
    private readonly List<LedgerStep> _steps = [];
    private readonly List<Step> _done = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private DateTimeOffset _startedAt;
    private int _told;
    private int _kept;
    private Step? _failed;
    private bool _isCommitting;
    private int _announced;
    private string? _hash;

    /// <summary>The run's id in the ledger; sorts by time.</summary>
    public string RunId { get; } = Guid.CreateVersion7().ToString("N");

    /// <summary>Whether a statement may have run.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Whether the run was written down before its first transaction, with the states it leads from and to.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>How many runs the ledger held when this one was last told; it may be among them.</summary>
    public long Others { get; private set; }

    /// <summary>Steps that ended.</summary>
    public int Done => _steps.Count;

    /// <summary>Since the run was begun.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>From here on a failure is one of the run.</summary>
    public void Start()
    {
        _startedAt = DateTimeOffset.UtcNow;
        HasStarted = true;
    }

    /// <summary>Writes the run down before its first transaction, with the states it leads from and to.</summary>
    public async Task OpenAsync(DatabaseSession session, Snapshot start, CancellationToken cancellationToken)
    {
        var ledger = new AuditLedger(session);
        await session.Runner.BeginAsync(TransactionMode.Shared, cancellationToken).ConfigureAwait(false);
        await ledger.CreateAsync(cancellationToken).ConfigureAwait(false);
        await ledger.SettleInterruptedAsync(cancellationToken).ConfigureAwait(false);
        await ledger.AppendAsync(await EntryAsync(ledger, LedgerEntry.Running, plan.To.Fingerprint,
            cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await ledger.KeepStateAsync(start, [], cancellationToken).ConfigureAwait(false);
        await ledger.KeepStateAsync(plan.To, plan.To.Intents, cancellationToken).ConfigureAwait(false);
        await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
        IsOpen = true;
    }

    /// <summary>
    /// Writes a step down that no transaction will take back, before it runs, and with it how the one before ended: each commit waits
    /// for a disk.
    /// </summary>
    public async Task AnnounceAsync(DatabaseSession session, Step step, CancellationToken cancellationToken)
    {
        var row = Row(step, "started", TimeSpan.Zero);
        await session.Runner.BeginAsync(TransactionMode.Shared, cancellationToken).ConfigureAwait(false);
        await TellAsync(session, cancellationToken).ConfigureAwait(false);
        await new AuditLedger(session).AppendAsync(RunId, row, cancellationToken).ConfigureAwait(false);
        await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
        (_told, _announced) = (_steps.Count, row.Ordinal);
    }

    /// <summary>Remembers how a step ended.</summary>
    public void Keep(Step step, string state, TimeSpan duration)
    {
        _steps.Add(Row(step, state, duration));
        if (state == "failed") _failed = step;
        if (state != "done" || step.IsAssertion) return;
        _done.Add(step);
        // No transaction will take it back, whatever the ledger gets to know of it.
        if (step.Transaction == TransactionMode.None) _kept = _done.Count;
    }

    /// <summary>Writes down what was not told yet; inside the transaction of those steps where they have one.</summary>
    public async Task TellAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        if (!IsOpen) return;
        var ledger = new AuditLedger(session);
        foreach (var step in _steps.Skip(_told))
        {
            if (step.Ordinal == _announced) await ledger.SettleAsync(RunId, step, cancellationToken).ConfigureAwait(false);
            else await ledger.AppendAsync(RunId, step, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What was done is about to become durable; until the server says so, nobody knows.</summary>
    public void Committing() => _isCommitting = true;

    /// <summary>What was done and told is durable now.</summary>
    public void Committed() => (_told, _kept, _isCommitting) = (_steps.Count, _done.Count, false);

    /// <summary>What the run has left behind.</summary>
    /// <param name="isCertain">Whether it was the server that said how the last call ended.</param>
    /// <param name="finish">What to do to finish.</param>
    public RunState State(bool isCertain, string finish)
    {
        var total = plan.Steps.Count(s => !s.IsAssertion);
        var open = _done.Skip(_kept).ToList();
        if (_isCommitting && !isCertain) return new(total, _kept, 0, [.. open.Select(s => s.Serves)], finish);
        var isUncertain = !isCertain && _failed is { Transaction: TransactionMode.None, IsAssertion: false };
        var isInParts = isCertain && _failed is { Transaction: TransactionMode.None, TransactionalSql: not null };
        return new(total, _kept, open.Count, isUncertain ? [_failed!.Serves] : [],
            finish) { Unfinished = isInParts ? _failed!.Serves : null };
    }

    /// <summary>Writes down how the run ended; inside the caller's transaction.</summary>
    public async Task CloseAsync(DatabaseSession session, string outcome, Fingerprint end, CancellationToken cancellationToken)
    {
        var ledger = new AuditLedger(session);
        foreach (var step in plan.Steps.Skip(_steps.Count).ToList()) Keep(step, "skipped", TimeSpan.Zero);
        if (IsOpen)
        {
            await TellAsync(session, cancellationToken).ConfigureAwait(false);
            await ledger.FinishAsync(await EntryAsync(ledger, outcome, end, cancellationToken).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
            return;
        }

        await ledger.CreateAsync(cancellationToken).ConfigureAwait(false);
        // What a run that died left may be one transaction.
        await ledger.SettleInterruptedAsync(cancellationToken).ConfigureAwait(false);
        var entry = await EntryAsync(ledger, outcome, end, cancellationToken).ConfigureAwait(false);
        await ledger.AppendAsync(entry with { Steps = _steps.ToEquatableArray() }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<LedgerEntry> EntryAsync(AuditLedger ledger, string outcome, Fingerprint end, CancellationToken cancellationToken)
    {
        (var moment, Others) = await ledger.AfterLastAsync(DateTimeOffset.UtcNow, cancellationToken).ConfigureAwait(false);
        return new()
        {
            RunId = RunId,
            StartedAt = _startedAt,
            FinishedAt = moment,
            Who = Environment.UserName,
            Host = Environment.MachineName,
            ToolVersion = toolVersion,
            Action = action,
            PlanHash = _hash ??= PlanFile.Hash(plan),
            From = plan.From.Fingerprint,
            To = end,
            Outcome = outcome,
        };
    }

    private LedgerStep Row(Step step, string state, TimeSpan duration) => new(_steps.Count + 1, step.Sql, step.Serves, state, duration);
}
