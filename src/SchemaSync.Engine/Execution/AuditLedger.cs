using System.Globalization;

namespace SchemaSync.Engine.Execution;

/// <summary>
/// The append-only record of runs, kept in the database it is about: it travels with every copy and backup, and its rows
/// become durable together with the changes they tell of.
/// </summary>
internal sealed class AuditLedger(DatabaseSession session)
{
    /// <summary>Snapshots by fingerprint, in the same database.</summary>
    public SnapshotStore Snapshots { get; } = new LedgerSnapshotStore(session);

    /// <summary>Creates the tables where they are missing and the tenant's alone; inside the caller's transaction.</summary>
    public Task CreateAsync(CancellationToken cancellationToken) => LedgerCommand.CreateAsync(session, cancellationToken);

    /// <summary>Appends a run with its steps; inside the caller's transaction.</summary>
    public async Task AppendAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        await LedgerCommand.RunAsync(session,
            session.Ledger.Insert(LedgerFormat.Runs, RunValues), cancellationToken,
            ("run", entry.RunId), ("format", (long)LedgerFormat.Version), ("started", Text(entry.StartedAt)),
            ("finished", Text(entry.FinishedAt)), ("who", entry.Who), ("host", entry.Host),
            ("version", entry.ToolVersion), ("action", entry.Action), ("plan", entry.PlanHash), ("from", entry.From.Value),
            ("to", entry.To.Value), ("outcome", entry.Outcome))
            .ConfigureAwait(false);
        await LedgerCommand.InsertAsync(session, LedgerFormat.Steps, StepValues, [.. entry.Steps.Select(s => Row(entry.RunId, s))],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Appends a step of a run that is going on.</summary>
    public Task AppendAsync(string runId, LedgerStep step, CancellationToken cancellationToken) =>
        LedgerCommand.InsertAsync(session, LedgerFormat.Steps, StepValues, [Row(runId, step)], cancellationToken);

    /// <summary>Tells how a step ended that was appended before it ran.</summary>
    public Task SettleAsync(string runId, LedgerStep step, CancellationToken cancellationToken) =>
        LedgerCommand.RunAsync(session,
            $"UPDATE {Steps} SET state = @state, duration_ms = @duration"
                + Where(LedgerFormat.Steps, "run_id = @run", "ordinal = @ordinal"), cancellationToken,
            ("state", step.State), ("duration", (long)step.Duration.TotalMilliseconds), ("run", runId), ("ordinal", step.Ordinal));

    /// <summary>Tells how a run ended that was appended before its first step. One that is known to have
    /// succeeded stays so: its last commit may have gone through unheard.</summary>
    public Task FinishAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        LedgerCommand.RunAsync(session,
            $"UPDATE {Runs} SET finished_at = @finished, to_fingerprint = @to, outcome = @outcome"
                + Where(LedgerFormat.Runs, "run_id = @run", $"outcome <> '{LedgerEntry.Succeeded}'"), cancellationToken,
            ("finished", Text(entry.FinishedAt)), ("to", entry.To.Value), ("outcome", entry.Outcome), ("run", entry.RunId));

    /// <summary>Under the lock nobody else runs: whatever still says so has died.</summary>
    public Task SettleInterruptedAsync(CancellationToken cancellationToken) =>
        LedgerCommand.RunAsync(session, $"UPDATE {Runs} SET outcome = '{LedgerEntry.Interrupted}'"
            + Where(LedgerFormat.Runs, $"outcome = '{LedgerEntry.Running}'"), cancellationToken);

    /// <summary>Tells of runs that died when everything was done that they had reached their end.</summary>
    public Task SettleDoneAsync(Fingerprint planned, Fingerprint end, CancellationToken cancellationToken) =>
        LedgerCommand.RunAsync(session,
            $"UPDATE {Runs} SET outcome = '{LedgerEntry.Succeeded}', to_fingerprint = @end"
                // Rows that one owed are in no state.
                + Where(LedgerFormat.Runs, $"outcome = '{LedgerEntry.Running}'", "to_fingerprint = @planned",
                    $"action <> '{LedgerEntry.Create}'"), cancellationToken,
            ("end", end.Value), ("planned", planned.Value));

    /// <summary>Whether a run is known to have reached its end; the tables are there.</summary>
    public async Task<bool> HasSucceededAsync(string runId, CancellationToken cancellationToken) =>
        await LedgerCommand.ReadAsync(session, $"SELECT outcome FROM {Runs}{Where(LedgerFormat.Runs, "run_id = @run")}",
            r => r.GetString(0), cancellationToken, ("run", runId)).ConfigureAwait(false) is [LedgerEntry.Succeeded];

    /// <summary>A moment later than every one in the ledger, whatever the machines' clocks
    /// say: the order of runs decides what a revert takes back; and how many runs there are.</summary>
    public async Task<(DateTimeOffset Moment, long Runs)> AfterLastAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = $" FROM {Runs}{Where(LedgerFormat.Runs)}";
        if (session is ScriptSession script)
        {
            script.Clock("SELECT max(finished_at)" + rows);
            return (now, 0);
        }

        var (last, runs) = (await LedgerCommand.ReadAsync(session, "SELECT max(finished_at), count(*)" + rows,
            r => (r.GetValue(0), Convert.ToInt64(r.GetValue(1), CultureInfo.InvariantCulture)), cancellationToken)
            .ConfigureAwait(false))[0];
        return (last is string text && Moment(text) is var moment && moment >= now ? moment.AddTicks(1) : now, runs);
    }

    /// <summary>Keeps a state that a run began or ended in. Renames that led to it before
    /// are kept: a later revert inverts those that fit.</summary>
    public async Task KeepStateAsync(Snapshot state, EquatableArray<Intent> intents, CancellationToken cancellationToken)
    {
        // Nothing to add: a large state takes long to read back, only to find that.
        if (!intents.Any(i => i.Kind == IntentKind.RenamedFrom)
            && await IsKeptAsync(state.Fingerprint, cancellationToken).ConfigureAwait(false)) return;
        var present = await Snapshots.FindAsync(state.Fingerprint, cancellationToken).ConfigureAwait(false);
        var renames = intents.Concat(present?.Intents ?? []).Where(i => i.Kind == IntentKind.RenamedFrom).Distinct().ToEquatableArray();
        if (present is not null && present.Intents == renames) return;
        await Snapshots.SaveAsync(state.Fingerprint, state.State(renames), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is kept under a fingerprint, as it stands there; null where nothing is.</summary>
    /// <exception cref="LedgerFault">It is no text.</exception>
    public async Task<string?> FindTextAsync(Fingerprint key, CancellationToken cancellationToken) =>
        (await LedgerCommand.ReadAsync(session,
        $"SELECT json FROM {session.Ledger.Table(LedgerFormat.Snapshots)}{Where(LedgerFormat.Snapshots, "fingerprint = @key")}",
        r => r.GetValue(0) as string ?? throw new LedgerFault($"the state {key.Short} in {LedgerFormat.Snapshots} is no text"),
        cancellationToken, ("key", key.Value)).ConfigureAwait(false)).FirstOrDefault();

    private async Task<bool> IsKeptAsync(Fingerprint key, CancellationToken cancellationToken) =>
        (await LedgerCommand.ReadAsync(session, $"SELECT 1 FROM {session.Ledger.Table(LedgerFormat.Snapshots)}"
            + Where(LedgerFormat.Snapshots, "fingerprint = @key"), _ => true, cancellationToken, ("key", key.Value)).ConfigureAwait(false))
            .Count > 0;

    private string Runs => session.Ledger.Table(LedgerFormat.Runs);

    private string Steps => session.Ledger.Table(LedgerFormat.Steps);

    private string Where(string table, params IEnumerable<string> conditions) => session.Ledger.Where(table, conditions);

    private static readonly (string, string)[] RunValues =
        [.. LedgerFormat.Tables[0].Columns.Zip(["@run", "@format", "@started", "@finished", "@who", "@host", "@version", "@action", "@plan",
            "@from", "@to", "@outcome"], (column, value) => (column.Name, value))];

    private static readonly (string, string)[] StepValues = [("run_id", "@run"), ("ordinal", "@ordinal"), ("sql", "@sql"),
        ("serves", "@serves"), ("state", "@state"), ("duration_ms", "@duration")];

    private static (string, object)[] Row(string runId, LedgerStep step) =>
        [("run", runId), ("ordinal", step.Ordinal), ("sql", step.Sql), ("serves", step.Serves), ("state", step.State),
            ("duration", (long)step.Duration.TotalMilliseconds)];

    // Fixed width and UTC: the text sorts as the moment does.
    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : DateTimeOffset.UnixEpoch;

    private sealed class LedgerSnapshotStore(DatabaseSession session) : SnapshotStore
    {
        public override async Task<Snapshot?> FindAsync(Fingerprint key, CancellationToken cancellationToken)
        {
            try
            {
                return await new AuditLedger(session).FindTextAsync(key, cancellationToken).ConfigureAwait(false) is { } json
                    ? SnapshotFile.Read(json, LedgerFormat.Snapshots)
                    : null;
            }
            catch (Exception e) when (e is SchemaSyncException or LedgerFault)
            {
                return null;
            }
        }

        public override async Task SaveAsync(Fingerprint key, Snapshot snapshot, CancellationToken cancellationToken)
        {
            var row = ("key", (object)key.Value);
            var ledger = session.Ledger;
            await LedgerCommand.RunAsync(session, $"DELETE FROM {ledger.Table(LedgerFormat.Snapshots)}"
                + ledger.Where(LedgerFormat.Snapshots, "fingerprint = @key"), cancellationToken, row).ConfigureAwait(false);
            await LedgerCommand.RunAsync(session, ledger.Insert(LedgerFormat.Snapshots, ("fingerprint", "@key"), ("json", "@json")),
                cancellationToken, row, ("json", SnapshotFile.Write(snapshot))).ConfigureAwait(false);
        }
    }
}
