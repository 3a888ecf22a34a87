using System.Globalization;

namespace SchemaSync.Engine.Execution;

/// <summary>One plan on one tenant, from the lock to the release; what it did so far is kept for the ledger.</summary>
internal sealed partial class PlanRun(DatabaseAdapter adapter, TenantContext tenant, Plan plan,
    ExecutionOptions options, string action, string toolVersion)
{
    private readonly RunJournal _journal = new(plan, plan.Steps.Any(s => s.IsSeed) ? LedgerEntry.Create : action, toolVersion);
    private readonly HashSet<ObjectId> _brokenBefore = [];
    private EquatableArray<ObjectId> _unmanaged = [];
    private string _serves = "";
    private MadeObjects _made = MadeObjects.Of(null);
    private IReadOnlyDictionary<Step, HandedStep> _handed = new Dictionary<Step, HandedStep>();

    /// <summary>The states that the plan begins and ends with.</summary>
    public IEnumerable<Snapshot> States => [plan.From, plan.To];

    /// <summary>What was read of the database under the lock that the run holds; null where it has to be read.</summary>
    public Snapshot? Seen { get; init; }

    /// <summary>Whether a statement may have run.</summary>
    public bool HasStarted => _journal.HasStarted;

    /// <summary>What the run left behind when it ended with this exception.</summary>
    public RunState StateAfter(Exception failure) => _journal.State(RunFailure.IsCertain(adapter, tenant, failure), action switch
    {
        // What was taken back in part is no state that the ledger knows.
        LedgerEntry.Revert => $"'{options.FinishCommand}' brings it to what is declared",
        // What is there now is not what the saved plan starts from.
        LedgerEntry.Apply => $"'{options.FinishCommand}' finishes it, and the saved plan does not fit any more",
        _ => $"run '{options.FinishCommand}' again to finish",
    });

    /// <summary>Runs the plan on a session that holds the lock.</summary>
    /// <exception cref="SchemaSyncException">SSY05xx.</exception>
    public async Task<ExecutionReport> RunAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        var scope = ManagedScope.Of(session.Dialect, plan.From, plan.To);
        // Only under the lock is the present state one that stays.
        _made = await MadeObjects.ForAsync(new(adapter, tenant, session), States, cancellationToken).ConfigureAwait(false);
        var all = Seen ?? _made.In(await session.Inspector.InspectAsync(cancellationToken).ConfigureAwait(false));
        var start = plan.To.Settle(scope.Restrict(all));
        var unmanaged = _unmanaged = scope.Outside(all);
        var isReached = start.Unsupported.IsEmpty && Differences(start, session.Dialect).Count == 0;
        await RequireSeedAsync(session, start, isReached, cancellationToken).ConfigureAwait(false);
        // Where only SQL is left that a run which died did not come to, the state is reached already.
        if ((plan.IsEmpty || !plan.Changes.IsEmpty) && isReached)
        {
            await SettleLedgerAsync(session, start, cancellationToken).ConfigureAwait(false);
            return Report(Outcome.NothingToDo, unmanaged);
        }

        if (start.Fingerprint != plan.From.Fingerprint) throw Stale(start);
        // What others made meanwhile is in the way as well.
        if (NameClashes.Find(plan.Changes, all, scope, session.Dialect).Concat(NameClashes.OfLedger(all, session.Dialect))
            .Concat(SchemaRemains.Find(plan.Changes, plan.From, all)).ToList() is { Count: > 0 } clashes)
            throw new SchemaSyncException(clashes);
        await session.Inspector.RefuseCodeOfOthersAsync(plan, cancellationToken).ConfigureAwait(false);
        await ExternalObjects.RequireAsync(session, plan, cancellationToken).ConfigureAwait(false);
        await PlanChecks.RunAsync(adapter, tenant, plan, session.Runner, cancellationToken).ConfigureAwait(false);
        if (options.OnlineChange is { } change)
            _handed = await session.Runner.HandOverAsync(plan, change, cancellationToken).ConfigureAwait(false);
        // A view that is broken already is no fault of this run, whosever it is; one that
        // the plan breaks is. What a plan makes was proved to work.
        if (all.Objects.Any(o => o is View or Trigger) || unmanaged.Any(o => o.Kind == ObjectKind.View || o.Kind == ObjectKind.Trigger))
            _brokenBefore.UnionWith((await session.Inspector.FindBrokenBodiesAsync(cancellationToken).ConfigureAwait(false))
                .Select(d => d.Subject).OfType<ObjectId>());
        await LedgerPreparation.RunAsync(adapter, tenant, session, cancellationToken).ConfigureAwait(false);
        _journal.Start();
        var others = LeftAlone.Of(unmanaged, all, plan.Changes);
        await RunBatchesAsync(session, start, () => FinishAsync(session, scope, start, others, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        await CompleteAsync(session.Runner, cancellationToken).ConfigureAwait(false);
        Tell("");
        return Done();
    }

    private SchemaSyncException Stale(Snapshot start) => new(ExecutionDiagnostics.StalePlan, adapter.DisplayName(tenant),
        start.Fingerprint.Short, plan.From.Fingerprint.Short);

    /// <summary>Whether rows are owed was found out without the lock, and another run may have brought them since; or have died right
    /// before it did.</summary>
    private async Task RequireSeedAsync(DatabaseSession session, Snapshot start, bool isReached, CancellationToken cancellationToken)
    {
        if (Seen is not null || !plan.Steps.Any(s => s.IsSeed)) return;
        var ledger = await new LedgerReader(adapter, tenant, session).OurStatesAsync(cancellationToken).ConfigureAwait(false);
        if (ledger.HasSucceeded || (isReached && !plan.Changes.IsEmpty)) throw Stale(start);
    }

    /// <summary>Tells a session that runs nothing what a run does; <paramref name="check"/> gets true
    /// for the checks before the first step, false for the last one.</summary>
    public async Task ScriptAsync(ScriptSession script, Snapshot start, Action<bool> check, CancellationToken cancellationToken)
    {
        check(true);
        await LedgerPreparation.RunAsync(adapter, tenant, script, cancellationToken).ConfigureAwait(false);
        _journal.Start();
        await RunBatchesAsync(script, start, FinishAsync, cancellationToken).ConfigureAwait(false);
        await script.Runner.CompleteAsync(cancellationToken).ConfigureAwait(false);

        Task FinishAsync()
        {
            check(false);
            return KeepAsync(script, start, plan.To, cancellationToken);
        }
    }

    /// <summary>Writes down that the run failed, on a session of its own; or finds that its
    /// last commit went through, although nobody said so.</summary>
    /// <returns>The report of a run that did succeed; else null.</returns>
    public async Task<ExecutionReport?> RecordFailureAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        var ledger = new AuditLedger(session);
        await LedgerPreparation.RunAsync(adapter, tenant, session, cancellationToken).ConfigureAwait(false);
        await ledger.CreateAsync(cancellationToken).ConfigureAwait(false);
        if (await ledger.HasSucceededAsync(_journal.RunId, cancellationToken).ConfigureAwait(false)) return Done();
        await session.Runner.BeginAsync(TransactionMode.Shared, cancellationToken).ConfigureAwait(false);
        await _journal.CloseAsync(session, LedgerEntry.Failed, plan.To.Fingerprint, cancellationToken).ConfigureAwait(false);
        await PruneAsync(session, cancellationToken).ConfigureAwait(false);
        await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
        await session.Runner.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Under the lock no other run is alive: one that says so has died, after its last step where the target is reached.</summary>
    private async Task SettleLedgerAsync(DatabaseSession session, Snapshot end, CancellationToken cancellationToken)
    {
        var ledger = new AuditLedger(session);
        if (!(await new LedgerReader(adapter, tenant, session).OurStatesAsync(cancellationToken).ConfigureAwait(false)).IsUnfinished)
            return;
        await session.Runner.BeginAsync(TransactionMode.Shared, cancellationToken).ConfigureAwait(false);
        await ledger.SettleDoneAsync(plan.To.Fingerprint, end.Fingerprint, cancellationToken).ConfigureAwait(false);
        await ledger.SettleInterruptedAsync(cancellationToken).ConfigureAwait(false);
        await ledger.KeepStateAsync(end, plan.To.Intents, cancellationToken).ConfigureAwait(false);
        await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
        await session.Runner.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs every batch; the last transaction holds the check of the result and its place in the ledger as well.</summary>
    private async Task RunBatchesAsync(DatabaseSession session, Snapshot start, Func<Task> finish, CancellationToken cancellationToken)
    {
        var batches = Batch.Of(plan.Steps).ToList();
        session.Runner.Filled = rows => Tell(string.Create(CultureInfo.InvariantCulture, $"{_serves} ({rows:N0} rows so far)"));
        // Where statements about schemas end a transaction the ledger has to be there before rows that it tells of.
        if (batches.Count > 1 || batches is [{ Mode: TransactionMode.None }] || (plan.Steps.Any(s => s.IsSeed)
            && session.Dialect.Hooks is { Transaction: TransactionMode.None }))
            await _journal.OpenAsync(session, start, cancellationToken).ConfigureAwait(false);
        var isFinished = false;
        foreach (var batch in batches)
        {
            if (batch.Mode == TransactionMode.None)
            {
                await RunAloneAsync(session, batch.Steps[0], cancellationToken).ConfigureAwait(false);
                continue;
            }

            await session.Runner.BeginAsync(batch.Mode, cancellationToken).ConfigureAwait(false);
            await RunStepsAsync(session.Runner, batch.Steps, cancellationToken).ConfigureAwait(false);
            isFinished = ReferenceEquals(batch, batches[^1]);
            await (isFinished ? finish() : _journal.TellAsync(session, cancellationToken)).ConfigureAwait(false);
            if (!isFinished) await _made.SaveAsync(session, plan.To.Form, cancellationToken).ConfigureAwait(false);
            await CommitAsync(session.Runner, cancellationToken).ConfigureAwait(false);
        }

        if (isFinished) return;
        await session.Runner.BeginAsync(TransactionMode.Shared, cancellationToken).ConfigureAwait(false);
        await finish().ConfigureAwait(false);
        await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task CommitAsync(MigrationRunner runner, CancellationToken cancellationToken)
    {
        _journal.Committing();
        await runner.CommitAsync(cancellationToken).ConfigureAwait(false);
        if (!runner.HoldsUntilComplete) _journal.Committed();
    }

    private async Task CompleteAsync(MigrationRunner runner, CancellationToken cancellationToken)
    {
        try
        {
            await runner.CompleteAsync(cancellationToken).ConfigureAwait(false);
            _journal.Committed();
        }
        catch (Exception e)
            when (!runner.HoldsUntilComplete
                && (e is SchemaSyncException or OperationCanceledException || adapter.Explain(tenant, e) is not null))
        {
            // Everything is done and durable: the lock that could not be given back goes with the session.
        }
    }

    private async Task FinishAsync(DatabaseSession session, ManagedScope scope, Snapshot start, LeftAlone others,
        CancellationToken cancellationToken)
    {
        var broken = (await session.Inspector.FindBrokenBodiesAsync(cancellationToken).ConfigureAwait(false))
            .Where(d => d.Subject is not { } subject || !_brokenBefore.Contains(subject)).ToList();
        if (broken.Count > 0) throw new SchemaSyncException(broken);
        var end = await CheckEndAsync(session, scope, others, cancellationToken).ConfigureAwait(false);
        await KeepAsync(session, start, end, cancellationToken).ConfigureAwait(false);
    }

    private async Task KeepAsync(DatabaseSession session, Snapshot start, Snapshot end, CancellationToken cancellationToken)
    {
        await _journal.CloseAsync(session, LedgerEntry.Succeeded, end.Fingerprint, cancellationToken).ConfigureAwait(false);
        var ledger = new AuditLedger(session);
        // A large state takes long to read back, only to find that it is kept already.
        if (!_journal.IsOpen) await ledger.KeepStateAsync(start, [], cancellationToken).ConfigureAwait(false);
        if (!_journal.IsOpen || end.Fingerprint != plan.To.Fingerprint)
            await ledger.KeepStateAsync(end, plan.To.Intents, cancellationToken).ConfigureAwait(false);
        await _made.SaveAsync(session, plan.To.Form, cancellationToken).ConfigureAwait(false);
        if (plan.To.Origin is { } origin)
            await ledger.Snapshots.SaveAsync(origin, plan.To.State(), cancellationToken).ConfigureAwait(false);
        await PruneAsync(session, cancellationToken).ConfigureAwait(false);
    }

    private async Task PruneAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        if (_journal.Others < options.KeepRuns) return;
        await LedgerPruning.RunAsync(new(adapter, tenant, session), session, options.KeepRuns, plan.To.Origin,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<Snapshot> CheckEndAsync(DatabaseSession session, ManagedScope scope, LeftAlone others,
        CancellationToken cancellationToken)
    {
        var all = await session.Inspector.InspectAsync(cancellationToken).ConfigureAwait(false);
        _made.See(all);
        all = _made.In(all);
        var end = plan.To.Settle(scope.Restrict(all));
        var rest = Differences(end, session.Dialect);
        if (rest.Count > 0) throw EndDiffers(ChangeWords.First(rest));
        if (!end.Unsupported.IsEmpty) throw EndDiffers($"{end.Unsupported[0].Id} uses {end.Unsupported[0].Reason}");
        // What is not ours was left out of every comparison so far; at least it has to be there still.
        return others.FirstLost(scope, all, IsExpected) is { } lost ?
            throw EndDiffers($"{lost}, which is not ours, is gone") : end;
    }

    // What SQL drops that only whoever declared it knows may be called otherwise than declared.
    private bool IsExpected(ObjectId lost) => _handed.Values.Any(h => h.IsRemainder(lost))
        || (!lost.Kind.IsModelled && plan.Steps.Any(s => s.Drops));

    // Intents tell about the way, and here only the state matters.
    private EquatableArray<Change> Differences(Snapshot state, Dialect dialect) =>
        Differ.Compare(state, plan.To.End(), dialect).Changes;

    private SchemaSyncException EndDiffers(string reason) => new(ExecutionDiagnostics.EndDiffers, adapter.DisplayName(tenant), reason);

    private ExecutionReport Done() => Report(Outcome.Done, _unmanaged) with { RunId = _journal.RunId };

    private ExecutionReport Report(Outcome outcome, EquatableArray<ObjectId> unmanaged) =>
        new() { Tenant = tenant.Id, Outcome = outcome, Plan = plan, Elapsed = _journal.Elapsed, Unmanaged = unmanaged };

    private void Tell(string serves) => options.Progress?.Report(new(tenant.Id, _journal.Done, plan.Steps.Count, serves, _journal.Elapsed));
}
