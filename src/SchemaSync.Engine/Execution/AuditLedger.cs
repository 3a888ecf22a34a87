using System.Globalization;

namespace SchemaSync.Engine;

/// <summary>
/// The append-only record of runs, kept in the database it is about: it travels with every copy and backup, and its rows
/// become durable together with the changes they tell of.
/// </summary>
internal sealed class AuditLedger(DatabaseSession session)
{
    /// <summary>The tables; the dialect's DDL creates them with exactly these names (<see cref="Dialect.LedgerNames"/>).</summary>
    public const string RunsTable = "__schemasync_ledger", StepsTable = "__schemasync_ledger_steps", SnapshotsTable = "__schemasync_snapshots";

    private const string RunColumns = "run_id, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome";

    /// <summary>Snapshots by fingerprint, in the same database.</summary>
    public SnapshotStore Snapshots { get; } = new LedgerSnapshotStore(session);

    /// <summary>Whether the database has a ledger; one without is no error.</summary>
    public async Task<bool> ExistsAsync(CancellationToken cancellationToken) =>
        await LedgerCommand.ScalarAsync(session, session.Dialect.LedgerExists, cancellationToken).ConfigureAwait(false) is { } count
        && Convert.ToInt64(count, CultureInfo.InvariantCulture) > 0;

    /// <summary>Creates the tables where they are missing.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var sql in session.Dialect.LedgerTables) await LedgerCommand.RunAsync(session, sql, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Appends a run with its steps; inside the caller's transaction.</summary>
    public async Task AppendAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        await LedgerCommand.RunAsync(session,
            $"INSERT INTO {Runs} ({RunColumns}) VALUES (@run, @started, @finished, @who, @host, @version, @action, @plan, @from, @to, @outcome)", cancellationToken,
            ("run", entry.RunId), ("started", Text(entry.StartedAt)), ("finished", Text(entry.FinishedAt)), ("who", entry.Who), ("host", entry.Host),
            ("version", entry.ToolVersion), ("action", entry.Action), ("plan", entry.PlanHash), ("from", entry.From.Value), ("to", entry.To.Value), ("outcome", entry.Outcome))
            .ConfigureAwait(false);
        await LedgerCommand.RunAllAsync(session, InsertStep, [.. entry.Steps.Select(s => Row(entry.RunId, s))], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Appends a step of a run that is going on.</summary>
    public Task AppendAsync(string runId, LedgerStep step, CancellationToken cancellationToken) => LedgerCommand.RunAsync(session, InsertStep, cancellationToken, Row(runId, step));

    /// <summary>Tells how a step ended that was appended before it ran.</summary>
    public Task SettleAsync(string runId, LedgerStep step, CancellationToken cancellationToken) =>
        LedgerCommand.RunAsync(session, $"UPDATE {Steps} SET state = @state, duration_ms = @duration WHERE run_id = @run AND ordinal = @ordinal", cancellationToken,
            ("state", step.State), ("duration", (long)step.Duration.TotalMilliseconds), ("run", runId), ("ordinal", step.Ordinal));

    /// <summary>Tells how a run ended that was appended before its first step.</summary>
    public Task FinishAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        LedgerCommand.RunAsync(session, $"UPDATE {Runs} SET finished_at = @finished, to_fingerprint = @to, outcome = @outcome WHERE run_id = @run", cancellationToken,
            ("finished", Text(entry.FinishedAt)), ("to", entry.To.Value), ("outcome", entry.Outcome), ("run", entry.RunId));

    /// <summary>Under the lock nobody else runs: whatever still says so has died.</summary>
    public Task SettleInterruptedAsync(CancellationToken cancellationToken) =>
        LedgerCommand.RunAsync(session, $"UPDATE {Runs} SET outcome = '{LedgerEntry.Interrupted}' WHERE outcome = '{LedgerEntry.Running}'", cancellationToken);

    /// <summary>Tells of runs that died when everything was done that they had reached their end.</summary>
    public Task SettleDoneAsync(Fingerprint planned, Fingerprint end, CancellationToken cancellationToken) =>
        LedgerCommand.RunAsync(session, $"UPDATE {Runs} SET outcome = '{LedgerEntry.Succeeded}', to_fingerprint = @end WHERE outcome = '{LedgerEntry.Running}' AND to_fingerprint = @planned", cancellationToken,
            ("end", end.Value), ("planned", planned.Value));

    /// <summary>A moment later than every one in the ledger, whatever the machines' clocks say: the order of runs decides what a revert takes back.</summary>
    public async Task<DateTimeOffset> AfterLastAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await LedgerCommand.ScalarAsync(session, $"SELECT max(finished_at) FROM {Runs}", cancellationToken).ConfigureAwait(false);
        return last is string text && Moment(text) is var moment && moment >= now ? moment.AddTicks(1) : now;
    }

    /// <summary>All runs, newest first.</summary>
    /// <param name="withSteps">Whether to read the statements as well.</param>
    public async Task<IReadOnlyList<LedgerEntry>> ReadAsync(bool withSteps, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(cancellationToken).ConfigureAwait(false)) return [];
        var steps = withSteps ? await ReadStepsAsync(cancellationToken).ConfigureAwait(false) : null;
        return await LedgerCommand.ReadAsync(session, $"SELECT {RunColumns} FROM {Runs} ORDER BY finished_at DESC, run_id DESC", r => new LedgerEntry
        {
            RunId = r.GetString(0),
            StartedAt = Moment(r.GetString(1)),
            FinishedAt = Moment(r.GetString(2)),
            Who = r.GetString(3),
            Host = r.GetString(4),
            ToolVersion = r.GetString(5),
            Action = r.GetString(6),
            PlanHash = r.GetString(7),
            From = new(r.GetString(8)),
            To = new(r.GetString(9)),
            Outcome = r.GetString(10),
            Steps = steps is null ? [] : steps[r.GetString(0)].ToEquatableArray(),
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The states whose objects are ours: the one the last successful run ended in, and those that later runs were on
    /// their way to, since they may have committed a part of it. Empty where no run was.
    /// </summary>
    public async Task<(IReadOnlyList<Snapshot> States, bool IsUnfinished)> OurStatesAsync(CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(cancellationToken).ConfigureAwait(false)) return ([], false);
        var runs = await LedgerCommand.ReadAsync(session,
            $"SELECT to_fingerprint, outcome FROM {Runs} ORDER BY finished_at DESC, run_id DESC", r => (To: r.GetString(0), Outcome: r.GetString(1)), cancellationToken)
            .ConfigureAwait(false);
        var unfinished = runs.TakeWhile(r => r.Outcome != LedgerEntry.Succeeded).Select(r => r.To);
        var states = new List<Snapshot>();
        foreach (var fingerprint in unfinished.Concat(runs.SkipWhile(r => r.Outcome != LedgerEntry.Succeeded).Take(1).Select(r => r.To)).Distinct())
        {
            if (await Snapshots.FindAsync(new(fingerprint), cancellationToken).ConfigureAwait(false) is { } state) states.Add(state);
        }

        return (states, runs.Any(r => r.Outcome == LedgerEntry.Running));
    }

    /// <summary>Keeps a state that a run began or ended in. Renames that led to it before are kept: a later revert inverts those that fit.</summary>
    public async Task KeepStateAsync(Snapshot state, EquatableArray<Intent> intents, CancellationToken cancellationToken)
    {
        var present = await Snapshots.FindAsync(state.Fingerprint, cancellationToken).ConfigureAwait(false);
        var renames = intents.Concat(present?.Intents ?? []).Where(i => i.Kind == IntentKind.RenamedFrom).Distinct().ToEquatableArray();
        if (present is not null && present.Intents == renames) return;
        await Snapshots.SaveAsync(state.Fingerprint, state.State(renames), cancellationToken).ConfigureAwait(false);
    }

    private string Runs => session.Dialect.LedgerTable(RunsTable);

    private string Steps => session.Dialect.LedgerTable(StepsTable);

    private string InsertStep =>
        $"INSERT INTO {Steps} (run_id, ordinal, {session.Dialect.LedgerStatementColumn}, serves, state, duration_ms) VALUES (@run, @ordinal, @sql, @serves, @state, @duration)";

    private static (string, object)[] Row(string runId, LedgerStep step) =>
        [("run", runId), ("ordinal", step.Ordinal), ("sql", step.Sql), ("serves", step.Serves), ("state", step.State), ("duration", (long)step.Duration.TotalMilliseconds)];

    private async Task<ILookup<string, LedgerStep>> ReadStepsAsync(CancellationToken cancellationToken)
    {
        var rows = await LedgerCommand.ReadAsync(session, $"SELECT run_id, ordinal, {session.Dialect.LedgerStatementColumn}, serves, state, duration_ms FROM {Steps} ORDER BY run_id, ordinal", r =>
            (Run: r.GetString(0), Step: new LedgerStep((int)r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), TimeSpan.FromMilliseconds(r.GetInt64(5)))), cancellationToken)
            .ConfigureAwait(false);
        return rows.ToLookup(r => r.Run, r => r.Step);
    }

    // Fixed width and UTC: the text sorts as the moment does.
    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : DateTimeOffset.UnixEpoch;

    private sealed class LedgerSnapshotStore(DatabaseSession session) : SnapshotStore
    {
        private string Table => session.Dialect.LedgerTable(SnapshotsTable);

        public override async Task<Snapshot?> FindAsync(Fingerprint key, CancellationToken cancellationToken)
        {
            var found = await LedgerCommand.ReadAsync(session, $"SELECT json FROM {Table} WHERE fingerprint = @key", r => r.GetString(0), cancellationToken, ("key", key.Value))
                .ConfigureAwait(false);
            return found is [var json] ? SnapshotFile.Read(json, $"{SnapshotsTable} {key.Short}") : null;
        }

        public override async Task SaveAsync(Fingerprint key, Snapshot snapshot, CancellationToken cancellationToken)
        {
            var row = ("key", (object)key.Value);
            await LedgerCommand.RunAsync(session, $"DELETE FROM {Table} WHERE fingerprint = @key", cancellationToken, row).ConfigureAwait(false);
            await LedgerCommand.RunAsync(session, $"INSERT INTO {Table} (fingerprint, json) VALUES (@key, @json)", cancellationToken, row, ("json", SnapshotFile.Write(snapshot))).ConfigureAwait(false);
        }
    }
}
