using System.Diagnostics;

namespace SchemaSync.Engine;

/// <summary>One plan on one tenant, from the lock to the release; what it did so far is kept for the ledger.</summary>
internal sealed class PlanRun(DatabaseAdapter adapter, TenantContext tenant, Plan plan, ExecutionOptions options, string action, string toolVersion)
{
    private readonly List<LedgerStep> _done = [];
    private readonly Stopwatch _clock = new();
    private readonly string _runId = Guid.CreateVersion7().ToString("N");
    private DateTimeOffset _startedAt;

    /// <summary>The plan it runs.</summary>
    public Plan Plan => plan;

    /// <summary>Whether the first statement was sent: from then on the ledger hears of a failure.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Runs the plan on a locked session and makes it durable.</summary>
    public async Task<ExecutionReport> RunAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        _clock.Start();
        var scope = ManagedScope.Of(session.Dialect, plan.From, plan.To);
        // Only under the lock is the present state one that stays.
        var all = await session.Inspector.InspectAsync(cancellationToken).ConfigureAwait(false);
        var start = scope.Restrict(all);
        var unmanaged = scope.Outside(all);
        if (start.Unsupported.IsEmpty && Differences(start, session.Dialect).Count == 0) return Report(Outcome.NothingToDo, unmanaged);
        if (start.Fingerprint != plan.From.Fingerprint)
            throw new SchemaSyncException(ExecutionDiagnostics.StalePlan, adapter.DisplayName(tenant), start.Fingerprint.Short, plan.From.Fingerprint.Short);
        await CheckDataAsync(session.Runner, cancellationToken).ConfigureAwait(false);
        _startedAt = DateTimeOffset.UtcNow;
        HasStarted = true;
        await RunStepsAsync(session.Runner, cancellationToken).ConfigureAwait(false);
        await session.Inspector.CheckBodiesAsync(cancellationToken).ConfigureAwait(false);
        var end = await CheckEndAsync(session, scope, unmanaged, cancellationToken).ConfigureAwait(false);
        await KeepAsync(session, start, end, cancellationToken).ConfigureAwait(false);
        await session.Runner.CompleteAsync(cancellationToken).ConfigureAwait(false);
        Tell(_done.Count, "");
        return Report(Outcome.Done, unmanaged) with { RunId = _runId };
    }

    /// <summary>Writes the run into the ledger, in the caller's transaction.</summary>
    public async Task RecordAsync(AuditLedger ledger, string outcome, Fingerprint end, CancellationToken cancellationToken)
    {
        await ledger.CreateAsync(cancellationToken).ConfigureAwait(false);
        await ledger.AppendAsync(new()
        {
            RunId = _runId,
            StartedAt = _startedAt,
            FinishedAt = await ledger.AfterLastAsync(DateTimeOffset.UtcNow, cancellationToken).ConfigureAwait(false),
            Who = Environment.UserName,
            Host = Environment.MachineName,
            ToolVersion = toolVersion,
            Action = action,
            PlanHash = PlanFile.Hash(plan),
            From = plan.From.Fingerprint,
            To = end,
            Outcome = outcome,
            Steps = [.. _done, .. plan.Steps.Skip(_done.Count).Select((s, i) => new LedgerStep(_done.Count + i + 1, s.Sql, s.Serves, "skipped", TimeSpan.Zero))],
        }, cancellationToken).ConfigureAwait(false);
    }

    private async Task CheckDataAsync(MigrationRunner runner, CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>();
        foreach (var check in plan.DataChecks)
        {
            var rows = await runner.SampleAsync(check.Sql, 3, cancellationToken).ConfigureAwait(false);
            if (rows.Count == 0) continue;
            var count = rows.Count < 3 ? [$"{rows.Count}"] : await runner.SampleAsync($"SELECT count(*) FROM ({check.Sql.TrimEnd(' ', '\n', ';')}) AS obstacles", 1, cancellationToken).ConfigureAwait(false);
            findings.Add(Diagnostic.Of(ExecutionDiagnostics.DataInTheWay, check.Subject.ToString(), $"{check.Meaning} ({count[0]} in all)", string.Join("; ", rows)) with { Subject = check.Subject });
        }

        if (findings.Count > 0) throw new SchemaSyncException(findings);
    }

    private async Task RunStepsAsync(MigrationRunner runner, CancellationToken cancellationToken)
    {
        foreach (var batch in Batch.Of(plan.Steps))
        {
            await runner.BeginAsync(batch.Mode, cancellationToken).ConfigureAwait(false);
            foreach (var step in batch.Steps) await RunStepAsync(runner, step, cancellationToken).ConfigureAwait(false);
            await runner.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RunStepAsync(MigrationRunner runner, Step step, CancellationToken cancellationToken)
    {
        Tell(_done.Count, step.Serves);
        var started = _clock.Elapsed;
        try
        {
            await runner.ExecuteAsync(step, cancellationToken).ConfigureAwait(false);
            Keep("done");
        }
        catch (Exception e)
        {
            Keep("failed");
            if (e is SchemaSyncException or OperationCanceledException || adapter.Explain(tenant, e) is not { } explained) throw;
            throw new SchemaSyncException([explained with { Subject = step.Subject }], e);
        }

        void Keep(string state) => _done.Add(new(_done.Count + 1, step.Sql, step.Serves, state, _clock.Elapsed - started));
    }

    private async Task<Snapshot> CheckEndAsync(DatabaseSession session, ManagedScope scope, EquatableArray<ObjectPath> unmanaged, CancellationToken cancellationToken)
    {
        var all = await session.Inspector.InspectAsync(cancellationToken).ConfigureAwait(false);
        var end = scope.Restrict(all);
        var rest = Differences(end, session.Dialect);
        if (rest.Count > 0) throw EndDiffers(ChangeWords.First(rest));
        if (!end.Unsupported.IsEmpty) throw EndDiffers($"{end.Unsupported[0].Path} uses {end.Unsupported[0].Reason}");
        // What is not ours was left out of every comparison so far; at least it has to be there still.
        var lost = unmanaged.Except(scope.Outside(all)).ToList();
        return lost.Count == 0 ? end : throw EndDiffers($"{lost[0]}, which is not ours, is gone");
    }

    private async Task KeepAsync(DatabaseSession session, Snapshot start, Snapshot end, CancellationToken cancellationToken)
    {
        var ledger = new AuditLedger(session);
        await session.Runner.BeginAsync(TransactionMode.Shared, cancellationToken).ConfigureAwait(false);
        await RecordAsync(ledger, LedgerEntry.Succeeded, end.Fingerprint, cancellationToken).ConfigureAwait(false);
        await ledger.KeepStateAsync(start, [], cancellationToken).ConfigureAwait(false);
        await ledger.KeepStateAsync(end, plan.To.Intents, cancellationToken).ConfigureAwait(false);
        await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    // Intents tell about the way, and here only the state matters.
    private EquatableArray<Change> Differences(Snapshot state, Dialect dialect) =>
        Differ.Compare(state, new Snapshot { Form = plan.To.Form, Objects = plan.To.Objects }, dialect).Changes;

    private SchemaSyncException EndDiffers(string reason) => new(ExecutionDiagnostics.EndDiffers, adapter.DisplayName(tenant), reason);

    private ExecutionReport Report(Outcome outcome, EquatableArray<ObjectPath> unmanaged) =>
        new() { Tenant = tenant.Id, Outcome = outcome, Plan = plan, Elapsed = _clock.Elapsed, Unmanaged = unmanaged };

    private void Tell(int done, string serves) => options.Progress?.Report(new(tenant.Id, done, plan.Steps.Count, serves, _clock.Elapsed));
}
