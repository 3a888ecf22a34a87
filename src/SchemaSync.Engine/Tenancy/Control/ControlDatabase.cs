using System.Data.Common;
using System.Globalization;

namespace SchemaSync.Engine.Tenancy.Control;

/// <summary>
/// The state of a run in a database, for workers on many machines. Whoever takes a tenant first locks the row of the run, so that workers
/// take one after the other and limits hold among all of them; the clock is the server's.
/// </summary>
/// <param name="adapter">Of the control database.</param>
/// <param name="place">Where it is.</param>
/// <param name="run">The name of the run.</param>
/// <param name="target">What it brings tenants to.</param>
/// <param name="rules">When it stops.</param>
internal sealed class ControlDatabase(DatabaseAdapter adapter, TenantContext place, string run, string target, FleetRules rules)
    : FleetControl
{
    private const string OfRun = "run = @run", OfTenant = "run = @run AND tenant = @tenant AND worker = @worker";

    private readonly string _worker =
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():n}");

    private bool _hasJoined;

    /// <inheritdoc/>
    public override TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    /// <exception cref="SchemaSyncException">SSY0609: the run of this name has another target, or another version wrote it.</exception>
    public override Task<bool> JoinAsync(IReadOnlyList<StagedTenant> tenants, CancellationToken cancellationToken) =>
        ChangeAsync(async control =>
        {
            var (format, wanted, state) = (await control.ReadAsync($"SELECT format, target, state FROM {control.Runs} WHERE {OfRun}",
                r => (Number(r, 0), r.GetString(1), r.GetString(2))).ConfigureAwait(false)).Single();
            if (format != ControlFormat.Version || wanted != target)
                throw new SchemaSyncException(TenancyDiagnostics.OtherRun, run, adapter.DisplayName(place),
                    format != ControlFormat.Version ? "was begun by another version" : "has another target");
            // Whoever took part may have found further tenants; anybody else comes too late.
            if (state == ControlFormat.Ended && !_hasJoined)
            {
                if (!rules.Again) return false;
                await control.RunAsync($"DELETE FROM {control.Tenants} WHERE {OfRun}").ConfigureAwait(false);
                await control.RunAsync($"UPDATE {control.Runs} SET started = {control.Now} WHERE {OfRun}").ConfigureAwait(false);
            }

            _hasJoined = true;
            // Whoever starts it again has seen why it stopped.
            if (state == ControlFormat.Stopped)
                await control.RunAsync($"UPDATE {control.Tenants} SET state = '{ControlFormat.Waiting}', attempts = 0 WHERE {OfRun} "
                    + $"AND state = '{Word(TenantState.Failed)}'").ConfigureAwait(false);
            if (state is ControlFormat.Ended or ControlFormat.Stopped)
                await StateAsync(control, ControlFormat.Open, "").ConfigureAwait(false);
            var there = (await control.ReadAsync($"SELECT tenant FROM {control.Tenants} WHERE {OfRun}", r => r.GetString(0))
                .ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
            await control.AddAsync([.. tenants.Where(t => !there.Contains(t.Id))], there.Count).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    /// <inheritdoc/>
    public override Task<FleetTurn> TakeAsync(CancellationToken cancellationToken) => ChangeAsync(async control =>
    {
        var (state, reason) = (await control.ReadAsync($"SELECT state, reason FROM {control.Runs} WHERE {OfRun}",
            r => (r.GetString(0), r.GetString(1))).ConfigureAwait(false)).Single();
        if (state == ControlFormat.Paused) return new FleetTurn.End("the run is paused");
        if (state == ControlFormat.Stopped) return new FleetTurn.End(reason);
        var (all, failed, canaries, stage) = (await control.ReadAsync(
            $"""
            SELECT COUNT(*), COUNT(CASE WHEN state = 'failed' THEN 1 END),
              COUNT(CASE WHEN state = 'failed' AND stage < @canaries THEN 1 END),
              MIN(CASE WHEN state IN ('{ControlFormat.Waiting}', '{ControlFormat.Taken}') THEN stage END)
            FROM {control.Tenants} WHERE {OfRun}
            """, r => (Number(r, 0), Number(r, 1), Number(r, 2), r.IsDBNull(3) ? -1 : Number(r, 3)),
            ("canaries", rules.CanaryStages)).ConfigureAwait(false)).Single();
        if (stage < 0)
        {
            await StateAsync(control, ControlFormat.Ended, "").ConfigureAwait(false);
            return new FleetTurn.End(null) { Standings = await StandingsAsync(control).ConfigureAwait(false) };
        }

        if (rules.Broken((int)all, (int)failed, (int)canaries) is { } broken)
        {
            await StateAsync(control, ControlFormat.Stopped, broken).ConfigureAwait(false);
            return new FleetTurn.End(broken);
        }

        return await control.TakeAsync(stage).ConfigureAwait(false);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task RenewAsync(CancellationToken cancellationToken) => ChangeAsync(control => control.RunAsync(
        $"UPDATE {control.Tenants} SET lease = {control.Now} + @duration WHERE {OfRun} AND worker = @worker AND state = "
            + $"'{ControlFormat.Taken}'"), cancellationToken);

    /// <inheritdoc/>
    public override Task EndAsync(TenantResult result, CancellationToken cancellationToken) => ChangeAsync(control => control.RunAsync(
        $"UPDATE {control.Tenants} SET state = @state, origin = @origin, elapsed = @elapsed, detail = @detail WHERE {OfTenant}",
        ("tenant", result.Tenant), ("state", Word(result.State)), ("origin", result.From?.ToString() ?? ""),
        ("elapsed", (long)result.Elapsed.TotalMilliseconds), ("detail", DiagnosticText.Write(result.Diagnostics))), cancellationToken);

    /// <inheritdoc/>
    public override Task GiveBackAsync(string tenant, CancellationToken cancellationToken) => ChangeAsync(control => control.RunAsync(
        $"UPDATE {control.Tenants} SET state = '{ControlFormat.Waiting}' WHERE {OfTenant}", ("tenant", tenant)), cancellationToken);

    /// <inheritdoc/>
    public override Task StopAsync(string reason, CancellationToken cancellationToken) =>
        ChangeAsync(control => StateAsync(control, ControlFormat.Stopped, reason), cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<TenantStanding>> ReadAsync(CancellationToken cancellationToken) =>
        ChangeAsync(StandingsAsync, cancellationToken);

    private static async Task<IReadOnlyList<TenantStanding>> StandingsAsync(ControlSession control) => await control.ReadAsync(
        $"SELECT tenant, stage, server, state, worker, lease >= {control.Now}, origin, elapsed, detail FROM {control.Tenants} "
            + $"WHERE {OfRun} ORDER BY ordinal", Standing).ConfigureAwait(false);

    private static TenantStanding Standing(DbDataReader row)
    {
        var (id, state) = (row.GetString(0), row.GetString(3));
        var isOver = Enum.TryParse<TenantState>(state, ignoreCase: true, out var ended);
        var result = !isOver ? TenantResult.NotStarted(id) : new(id, ended,
            row.GetString(6) is { Length: > 0 } origin ? new Fingerprint(origin) : null, null, DiagnosticText.Read(row.GetString(8)),
            TimeSpan.FromMilliseconds(Number(row, 7)));
        return new(new(id, (int)Number(row, 1), row.GetString(2)), result, row.GetString(4) is { Length: > 0 } worker ? worker : null,
            state == ControlFormat.Taken && Convert.ToBoolean(row.GetValue(5), CultureInfo.InvariantCulture));
    }

    private static Task<int> StateAsync(ControlSession control, string state, string reason) => control.RunAsync(
        $"UPDATE {control.Runs} SET state = @state, reason = @reason WHERE {OfRun}", ("state", state), ("reason", reason));

    private static string Word(TenantState state) => state.ToString().ToLowerInvariant();

    private static long Number(DbDataReader row, int column) => Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture);

    private Task<T> ChangeAsync<T>(Func<ControlSession, Task<T>> work, CancellationToken cancellationToken) =>
        Edge.RunAsync(adapter, place, async () =>
        {
            var session = await adapter.OpenAsync(place, SessionAccess.Write, cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
                return await new ControlSession(session, run, target, _worker, rules).ChangeAsync(work, cancellationToken)
                    .ConfigureAwait(false);
        });
}
