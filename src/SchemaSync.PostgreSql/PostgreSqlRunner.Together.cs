using System.Diagnostics;
using Npgsql;

namespace SchemaSync.PostgreSql;

/// <summary>Statements of a transaction that travel in one message: a round trip, and the path, once for all of them.</summary>
internal sealed partial class PostgreSqlRunner
{
    private object? _transaction;

    /// <inheritdoc/>
    public override object? Transaction => IsOpen ? _transaction : null;

    /// <inheritdoc/>
    public override async Task ExecuteTogetherAsync(IReadOnlyList<Step> steps, Action<int> ended, CancellationToken cancellationToken)
    {
        for (var done = 0; done < steps.Count;)
        {
            var message = IsOpen ? Message(steps, done) : [steps[done]];
            if (message.Count == 1) await ExecuteAsync(message[0], cancellationToken).ConfigureAwait(false);
            else
            {
                var before = done;
                await ExecuteMessageAsync(message, n => ended(before + n), cancellationToken).ConfigureAwait(false);
            }

            ended(done += message.Count);
        }
    }

    /// <summary>The steps from one on that fit into one message.</summary>
    private List<Step> Message(IReadOnlyList<Step> steps, int from)
    {
        var time = StepTime.Of(steps[from]);
        return IsAlone(steps[from]) ? [steps[from]]
            : [.. steps.Skip(from).Take(_locks.UntilLook).TakeWhile(s => !IsAlone(s) && StepTime.Of(s) == time)];
    }

    // Its answer decides whether the next one runs.
    private static bool IsAlone(Step step) => step.IsAssertion || step.Fill is not null;

    private async Task ExecuteMessageAsync(List<Step> message, Action<int> ended, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var since = Stopwatch.GetTimestamp();
                try
                {
                    if (attempt > 1) await AgainAsync(cancellationToken).ConfigureAwait(false);
                    await SendAsync(message, cancellationToken).ConfigureAwait(false);
                    break;
                }
                catch (PostgresException e) when (HasWaited(e, since) && attempt < Attempts)
                {
                    await WaitAsync(Pause(attempt), cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (PostgresException e)
        {
            var failed = Failed(message, e);
            ended(failed);
            throw new SchemaSyncException([PostgreSqlErrors.Explain(message[failed], place, session, e) with
            {
                Subject = message[failed].Subject,
            }], e);
        }

        _batch.AddRange(message);
        if (await _locks.AddAsync(message.Count, cancellationToken).ConfigureAwait(false) is { } full)
        {
            ended(message.Count - 1);
            throw TooManyLocks(full);
        }
    }

    private async Task SendAsync(List<Step> message, CancellationToken cancellationToken)
    {
        await SetTimeoutsAsync(message[0], cancellationToken).ConfigureAwait(false);
        var statements = message.Select(step =>
        {
            var sql = _home.Enter(step.Sql);
            RequireOne(step.Serves, step.Subject, sql);
            return StatementText.Undivided(sql);
        }).ToList();
        // Where one fails, the transaction is rolled back, and with it path and role.
        var batch = new NpgsqlBatch(connection);
        foreach (var text in InSchema(statements)) batch.BatchCommands.Add(new(text));
        await using (batch.ConfigureAwait(false)) await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Which of the steps the server refused: the driver names the statement.</summary>
    private int Failed(List<Step> message, PostgresException failure) =>
        Math.Max(0, message.FindIndex(s => StatementText.Undivided(_home.Enter(s.Sql)) == failure.BatchCommand?.CommandText));
}
