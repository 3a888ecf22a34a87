namespace SchemaSync.Engine.Execution;

/// <summary>
/// Reads the ledger of a tenant's database and judges it. What cannot be read is one fault with its cure (SSY0518): those who write
/// refuse, those who only read say so and go on without it.
/// </summary>
internal sealed class LedgerReader(DatabaseAdapter adapter, TenantContext tenant, DatabaseSession session)
{
    private const string Newest = "ORDER BY finished_at DESC, run_id DESC";

    /// <summary>
    /// The states whose objects are ours: the one the last successful run ended in, and those that later runs were on
    /// their way to, since they may have committed a part of it, empty where no run was; and where the first of these later ones began.
    /// </summary>
    /// <exception cref="SchemaSyncException">SSY0518.</exception>
    public Task<OurStates> OurStatesAsync(CancellationToken cancellationToken) => JudgeAsync(async () =>
        await FindAsync(cancellationToken).ConfigureAwait(false)
            ? await LedgerCommand.LookingOnceAsync(session, () => StatesAsync(cancellationToken), cancellationToken).ConfigureAwait(false)
            : new([], null, IsUnfinished: false, MadeObjects.Of(null), HasSucceeded: false));

    private async Task<OurStates> StatesAsync(CancellationToken cancellationToken)
    {
        var runs = await RunsAsync(cancellationToken).ConfigureAwait(false);
        var states = new List<Snapshot>();
        var later = runs.TakeWhile(r => r.Outcome != LedgerEntry.Succeeded).ToList();
        Snapshot? began = null;
        foreach (var from in Enumerable.Reverse(later).Select(r => r.From).Distinct())
            if (began is null) began = await FindAsync(from, cancellationToken).ConfigureAwait(false);
        foreach (var run in later.DistinctBy(r => r.To))
        {
            // A run of one transaction that failed kept nothing of where it was going.
            if (await FindAsync(run.To, cancellationToken).ConfigureAwait(false) is { } state) states.Add(state);
        }

        if (runs.FirstOrDefault(r => r.Outcome == LedgerEntry.Succeeded) is { } last && states.All(s => s.Fingerprint != last.To))
            states.Add(await RequireAsync(last.To, last, cancellationToken).ConfigureAwait(false));
        var made = runs.Count == 0 ? null : await ReadAsync(MadeObjects.Key, cancellationToken).ConfigureAwait(false);
        return new OurStates(states, began, runs.Any(r => r.Outcome == LedgerEntry.Running), MadeObjects.Of(made),
            runs.Any(r => r.Outcome == LedgerEntry.Succeeded));
    }

    /// <summary>The state a run began or ended in.</summary>
    /// <exception cref="SchemaSyncException">SSY0518: it is not there, or cannot be read.</exception>
    public Task<Snapshot> StateAsync(Fingerprint fingerprint, LedgerEntry run, CancellationToken cancellationToken) =>
        JudgeAsync(() => RequireAsync(fingerprint, run, cancellationToken));

    /// <summary>What a declaration became on this server; null where that is not kept, or cannot be read: then it is made again.</summary>
    public async Task<Snapshot?> NormalFormAsync(Fingerprint key, CancellationToken cancellationToken)
    {
        try
        {
            return await JudgeAsync(async () =>
                await FindAsync(cancellationToken).ConfigureAwait(false)
                    ? await new AuditLedger(session).Snapshots.FindAsync(key, cancellationToken).ConfigureAwait(false)
                    : null).ConfigureAwait(false);
        }
        catch (SchemaSyncException e) when (e.Diagnostics is [{ } only] && only.Entry == ExecutionDiagnostics.UnreadableLedger)
        {
            return null;
        }
    }

    /// <summary>All runs with what they did, newest first, as far as they can be read, what cannot
    /// (SSY0518), and what of others stands in its place (SSY0217).</summary>
    public async Task<LedgerReading> ReadAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>();
        var runs = new List<LedgerEntry>();
        await TryAsync(findings, async () =>
        {
            if (!await FindAsync(cancellationToken).ConfigureAwait(false)) return;
            var kept = await ReadAsync(LedgerFormat.Runs, LedgerFormat.RunColumns, Newest, r => Try(findings, r.Run),
                cancellationToken).ConfigureAwait(false);
            runs.AddRange(kept.OfType<LedgerEntry>());
            var columns = $"run_id, ordinal, {session.Ledger.Quote("sql")}, serves, state, duration_ms";
            var steps = await ReadAsync(LedgerFormat.Steps, columns, "ORDER BY run_id, ordinal",
                r => Try(findings, () => (ValueTuple<string, LedgerStep>?)r.Step()), cancellationToken).ConfigureAwait(false);
            var byRun = steps.OfType<(string Run, LedgerStep Step)>().ToLookup(s => s.Run, s => s.Step);
            for (var i = 0; i < runs.Count; i++) runs[i] = runs[i] with { Steps = byRun[runs[i].RunId].ToEquatableArray() };
        }).ConfigureAwait(false);
        // What the next run and the next revert need of the states.
        if (findings.Count == 0) await TryAsync(findings, () => OurStatesAsync(cancellationToken)).ConfigureAwait(false);
        if (findings.Count == 0 && Reverter.Unsettled(runs) is { } back)
            await TryAsync(findings, () => StateAsync(back.From, back, cancellationToken)).ConfigureAwait(false);
        if (findings.Count == 0 && runs.Count == 0) findings.AddRange(await InPlaceAsync(cancellationToken).ConfigureAwait(false));
        return new(runs, findings);
    }

    // Where somebody's view has its name, that there is no ledger is not the whole truth.
    private async Task<IReadOnlyList<Diagnostic>> InPlaceAsync(CancellationToken cancellationToken) =>
        NameClashes.OfLedger(await session.Inspector.InspectAsync(cancellationToken).ConfigureAwait(false), session.Dialect);

    /// <summary>The names of the ledger's tables that are there, whatever is in them.</summary>
    public async Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken) =>
        [.. (await session.FindLedgerAsync(cancellationToken).ConfigureAwait(false)).Columns.Select(t => t.Key)
            .Order(StringComparer.Ordinal)];

    /// <summary>Finds the ledger and says whether there is one.</summary>
    /// <exception cref="SchemaSyncException">SSY0518: what is there is none that can be used.</exception>
    public Task<bool> IsThereAsync(CancellationToken cancellationToken) => JudgeAsync(() => FindAsync(cancellationToken));

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await session.FindLedgerAsync(cancellationToken).ConfigureAwait(false);
        if (found.Fault is { } fault) throw new LedgerFault(fault) { Cure = found.Cure };
        return LedgerFormat.IsThere(found.Columns, found.Tables.IsShared);
    }

    /// <summary>The runs without their steps, newest first; the ledger was found.</summary>
    public Task<List<LedgerEntry>> RunsAsync(CancellationToken cancellationToken) =>
        ReadAsync(LedgerFormat.Runs, LedgerFormat.RunColumns, Newest, r => r.Run(), cancellationToken);

    private Task<List<T>> ReadAsync<T>(string table, string columns, string order, Func<LedgerRow, T> read,
        CancellationToken cancellationToken) =>
        LedgerCommand.ReadAsync(session, $"SELECT {columns} FROM {session.Ledger.Table(table)}{session.Ledger.Where(table)} {order}",
            r => read(new(r, table)), cancellationToken);

    private async Task<Snapshot> RequireAsync(Fingerprint fingerprint, LedgerEntry run, CancellationToken cancellationToken) =>
        await FindAsync(fingerprint, cancellationToken).ConfigureAwait(false)
            ?? throw new LedgerFault($"the state {fingerprint.Short} of run {run.RunId} is not in {LedgerFormat.Snapshots}");

    private async Task<Snapshot?> FindAsync(Fingerprint fingerprint, CancellationToken cancellationToken)
    {
        var state = await ReadAsync(fingerprint, cancellationToken).ConfigureAwait(false);
        return state is null || state.Fingerprint == fingerprint
            ? state
            : throw new LedgerFault($"the state {fingerprint.Short} in {LedgerFormat.Snapshots} is another one");
    }

    private async Task<Snapshot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken)
    {
        if (await new AuditLedger(session).FindTextAsync(fingerprint, cancellationToken).ConfigureAwait(false) is not { } text) return null;
        try
        {
            return SnapshotFile.Read(text, LedgerFormat.Snapshots);
        }
        catch (SchemaSyncException e) when (e.InnerException is JsonFormatException reason)
        {
            throw new LedgerFault($"the state {fingerprint.Short} in {LedgerFormat.Snapshots} is no snapshot: {reason.Message}",
                reason is NewerFormatException);
        }
    }

    private async Task<T> JudgeAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (LedgerFault e)
        {
            throw new SchemaSyncException([Of(e)], e);
        }
        catch (Exception e)
            when (adapter.Explain(tenant, e) is { } refused
                && (refused.Entry == InspectionDiagnostics.NoPermission || refused.Entry == ExecutionDiagnostics.StatementFailed))
        {
            var cure = refused.Entry == InspectionDiagnostics.NoPermission
                ? $"grant the account SELECT, INSERT, UPDATE and DELETE on "
                    + string.Join(", ", LedgerFormat.Tables.Select(t => session.Ledger.IsShared ? session.Ledger.Table(t.Name) : t.Name))
                : session.Ledger.IsShared ? OfAll : SetAside;
            throw new SchemaSyncException([Diagnostic.Of(ExecutionDiagnostics.UnreadableLedger, adapter.DisplayName(tenant),
                "the server refuses it: " + e.Message.Split('\n')[0].TrimEnd('.', '\r'), cure)], e);
        }
    }

    private async Task TryAsync(List<Diagnostic> findings, Func<Task> read)
    {
        try
        {
            await JudgeAsync(async () =>
            {
                await read().ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
        catch (SchemaSyncException e) when (e.Diagnostics is [{ } only] && only.Entry == ExecutionDiagnostics.UnreadableLedger)
        {
            findings.Add(only);
        }
    }

    private T? Try<T>(List<Diagnostic> findings, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (LedgerFault e)
        {
            findings.Add(Of(e));
            return default;
        }
    }

    private const string OfAll = "other tenants have theirs there as well: whoever owns these tables puts them right";

    private const string SetAside = "'schemasync audit --set-aside' puts it aside under other names, and the next run begins a new one";

    private Diagnostic Of(LedgerFault fault) =>
        Diagnostic.Of(ExecutionDiagnostics.UnreadableLedger, adapter.DisplayName(tenant), fault.Message,
            fault.IsNewer ? "update SchemaSync" : fault.Cure.Length > 0 ? fault.Cure : fault.IsOfAll ? OfAll : SetAside);
}

/// <summary>What the ledger of a database tells of what is ours.</summary>
/// <param name="States">States whose objects runs of ours created; empty without a run.</param>
/// <param name="Began">Where the first of the runs began that came after the last successful one; null where none did.</param>
/// <param name="IsUnfinished">Whether a run says that it goes on, be it alive or dead.</param>
/// <param name="Made">The objects that are SQL alone.</param>
/// <param name="HasSucceeded">Whether a run has come to its end.</param>
internal sealed record OurStates(
    IReadOnlyList<Snapshot> States, Snapshot? Began, bool IsUnfinished, MadeObjects Made, bool HasSucceeded);
