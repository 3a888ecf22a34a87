using System.Runtime.ExceptionServices;

namespace SchemaSync.Engine.Execution;

/// <summary>The steps of a run, one after the other, as they are told to whoever waits and to the ledger.</summary>
internal sealed partial class PlanRun
{
    // Code of the database's own may change what the statements after it mean; then each begins by itself.
    private readonly bool _travelsTogether = !plan.Steps.Any(s => s.IsHook || s.Subject.Kind == ObjectKind.SqlObject)
        && !plan.From.Objects.Concat(plan.To.Objects).Any(o => o is Routine)
        && plan.Surroundings == Surroundings.None && ExternalNeeds.Of(plan).Count == 0;

    private async Task RunAloneAsync(DatabaseSession session, Step step, CancellationToken cancellationToken)
    {
        // What another program does is told as what it was told.
        var (told, work) = _handed.TryGetValue(step, out var handed)
            ? (step with { Sql = handed.Told }, () => handed.RunAsync(cancellationToken))
            : (step, (Func<Task>)(() => session.Runner.ExecuteAsync(step, cancellationToken)));
        await _journal.AnnounceAsync(session, told, cancellationToken).ConfigureAwait(false);
        var isMade = step.Subject.Kind == ObjectKind.SqlObject;
        if (isMade) _made.Doubt(step, plan.From, plan.To);
        await _made.SaveAloneAsync(session, plan.To.Form, cancellationToken).ConfigureAwait(false);
        await RunStepAsync(told, work).ConfigureAwait(false);
        await _made.SaveAloneAsync(session, plan.To.Form, cancellationToken).ConfigureAwait(false);
    }

    private async Task RunStepsAsync(MigrationRunner runner, IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        var (ended, begun) = (0, _journal.Elapsed);
        Begin(steps[0]);
        try
        {
            if (_travelsTogether) await runner.ExecuteTogetherAsync(steps, End, cancellationToken).ConfigureAwait(false);
            while (ended < steps.Count)
            {
                await runner.ExecuteAsync(steps[ended], cancellationToken).ConfigureAwait(false);
                End(ended + 1);
            }
        }
        catch (Exception e)
        {
            throw Failed(steps[Math.Min(ended, steps.Count - 1)], _journal.Elapsed - begun, e);
        }

        // Statements of one message have its time, in equal parts.
        void End(int count)
        {
            if (count == ended) return;
            var each = (_journal.Elapsed - begun) / (count - ended);
            for (; ended < count; ended++) Keep(steps[ended], each);
            begun = _journal.Elapsed;
            if (ended < steps.Count) Begin(steps[ended]);
        }
    }

    private async Task RunStepAsync(Step step, Func<Task> work)
    {
        Begin(step);
        var started = _journal.Elapsed;
        try
        {
            await work().ConfigureAwait(false);
            Keep(step, _journal.Elapsed - started);
        }
        catch (Exception e)
        {
            throw Failed(step, _journal.Elapsed - started, e);
        }
    }

    private void Begin(Step step)
    {
        _serves = step.Serves;
        Tell(step.Serves);
    }

    private void Keep(Step step, TimeSpan duration)
    {
        _journal.Keep(step, "done", duration);
        _made.Done(step, plan.To);
    }

    // What an exception of the driver means; any other goes on as it is.
    private Exception Failed(Step step, TimeSpan duration, Exception e)
    {
        _journal.Keep(step, "failed", duration);
        var explained = e is SchemaSyncException or OperationCanceledException ? null : adapter.Explain(tenant, e);
        if (explained is null) ExceptionDispatchInfo.Throw(e);
        return new SchemaSyncException([explained with { Subject = step.Subject }], e);
    }
}
