using System.Data.Common;
using System.Globalization;

namespace SchemaSync.Engine.Tenancy.Control;

/// <summary>One transaction on a control database, which holds the row of the run.</summary>
internal sealed class ControlSession(DatabaseSession session, string run, string target, string worker, FleetRules rules)
{
    private const int RowsOfStatement = 50, Attempts = 5;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private CancellationToken _cancellation;

    /// <summary>The tables, as statements name them.</summary>
    public string Runs { get; } = session.Dialect.Ledger.Table(ControlFormat.Runs);

    /// <inheritdoc cref="Runs"/>
    public string Tenants { get; } = session.Dialect.Ledger.Table(ControlFormat.Tenants);

    /// <summary>The server's clock.</summary>
    public string Now { get; } = session.Dialect.Ledger.Now;

    /// <summary>Does something while nobody else changes the run, which is begun where it is not known.</summary>
    public async Task<T> ChangeAsync<T>(Func<ControlSession, Task<T>> work, CancellationToken cancellationToken)
    {
        _cancellation = cancellationToken;
        for (var attempt = 1; ; attempt++)
        {
            if (attempt > 1 && await CreateAsync().ConfigureAwait(false) is { } refused && attempt == Attempts) throw refused;
            await RunAsync(session.Dialect.Ledger.Begin).ConfigureAwait(false);
            try
            {
                // Somebody may have made tables of these names before us, whose triggers would run with our rights.
                if (session.Dialect.Ledger.LookAtControl is { Length: > 0 } look) await RunAsync(look).ConfigureAwait(false);
                await TakeAsync().ConfigureAwait(false);
                var result = await work(this).ConfigureAwait(false);
                await RunAsync("COMMIT").ConfigureAwait(false);
                return result;
            }
            catch (DbException) when (attempt < Attempts && !cancellationToken.IsCancellationRequested)
            {
                // The tables are not there yet, another begins the run or makes them at the same moment, or the server asks to try again:
                // what was done is taken back, and done once more.
                await LeaveAsync().ConfigureAwait(false);
                await Task.Delay(attempt * Moment, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                await LeaveAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>A statement; how many rows it changed. Every statement may name the run, the worker and how long it keeps a
    /// tenant.</summary>
    public Task<int> RunAsync(string sql, params (string Name, object Value)[] parameters) =>
        LedgerCommand.RunUnseenAsync(session, sql, _cancellation, [.. Named(sql), .. parameters]);

    /// <summary>The rows of a query.</summary>
    public Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> row, params (string Name, object Value)[] parameters) =>
        LedgerCommand.ReadUnseenAsync(session, sql, row, _cancellation, [.. Named(sql), .. parameters]);

    /// <summary>Adds tenants behind those that are there.</summary>
    public async Task AddAsync(IReadOnlyList<StagedTenant> tenants, int from)
    {
        foreach (var part in tenants.Chunk(RowsOfStatement))
        {
            var rows = part.Select((_, i) => string.Create(CultureInfo.InvariantCulture,
                $"(@run, @t{i}, @g{i}, @o{i}, @s{i}, '{ControlFormat.Waiting}', '', 0, 0, '', 0, '')"));
            await RunAsync($"INSERT INTO {Tenants} (run, tenant, stage, ordinal, server, state, worker, lease, attempts, origin, elapsed, "
                + $"detail) VALUES {string.Join(", ", rows)}", [.. part.SelectMany((t, i) => new (string, object)[]
                {
                    ($"t{i}", t.Id), ($"g{i}", t.Stage), ($"o{i}", from + i), ($"s{i}", t.Server),
                })]).ConfigureAwait(false);
            from += part.Length;
        }
    }

    /// <summary>Takes a tenant of a stage.</summary>
    public async Task<FleetTurn> TakeAsync(long stage)
    {
        var room = rules.PerServer == 0 ? "" : $" AND server NOT IN (SELECT server FROM {Tenants} WHERE run = @run AND state = "
            + $"'{ControlFormat.Taken}' AND lease >= {Now} GROUP BY server HAVING COUNT(*) >= @most)";
        (string, object)[] most = rules.PerServer == 0 ? [] : [("most", rules.PerServer)];
        var found = await ReadAsync($"SELECT tenant, attempts FROM {Tenants} WHERE run = @run AND stage = @stage AND (state = "
            + $"'{ControlFormat.Waiting}' OR (state = '{ControlFormat.Taken}' AND lease < {Now})){room} ORDER BY attempts, ordinal LIMIT 1",
            r => (Tenant: r.GetString(0), Attempt: Convert.ToInt32(r.GetValue(1), CultureInfo.InvariantCulture) + 1),
            [("stage", stage), .. most]).ConfigureAwait(false);
        if (found.Count == 0) return new FleetTurn.Wait();
        await RunAsync($"UPDATE {Tenants} SET state = '{ControlFormat.Taken}', worker = @worker, attempts = attempts + 1, lease = {Now} + "
            + "@duration WHERE run = @run AND tenant = @tenant", ("tenant", found[0].Tenant)).ConfigureAwait(false);
        return new FleetTurn.Take(found[0].Tenant, found[0].Attempt);
    }

    // Two may make the tables at the same moment, and one is refused; both then find them.
    private async Task<DbException?> CreateAsync()
    {
        try
        {
            foreach (var sql in session.Dialect.Ledger.CreateControl) await RunAsync(sql).ConfigureAwait(false);
            return null;
        }
        catch (DbException e) when (!_cancellation.IsCancellationRequested)
        {
            return e;
        }
    }

    // A connection that is lost has taken back what it did.
    private async Task LeaveAsync()
    {
        try
        {
            await LedgerCommand.RunUnseenAsync(session, "ROLLBACK", CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or SchemaSyncException)
        {
            // What went wrong before is what is told.
        }
    }

    /// <summary>Takes the row of the run, which is begun where it is not known.</summary>
    private async Task TakeAsync()
    {
        // A change that changes nothing still takes the row, until the end of the transaction.
        if (await RunAsync($"UPDATE {Runs} SET format = format WHERE run = @run").ConfigureAwait(false) > 0) return;
        await RunAsync($"INSERT INTO {Runs} (run, format, target, state, reason, started) VALUES (@run, {ControlFormat.Version}, @target, "
            + $"'{ControlFormat.Open}', '', {Now})", ("target", target)).ConfigureAwait(false);
    }

    private IEnumerable<(string, object)> Named(string sql)
    {
        if (sql.Contains("@run", StringComparison.Ordinal)) yield return ("run", run);
        if (sql.Contains("@worker", StringComparison.Ordinal)) yield return ("worker", worker);
        if (sql.Contains("@duration", StringComparison.Ordinal)) yield return ("duration", (long)rules.Lease.TotalMilliseconds);
    }
}
