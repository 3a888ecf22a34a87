using System.Data.Common;
using System.Globalization;

namespace SchemaSync.Engine.Tenancy.Control;

/// <summary>Reads the runs of a control database, and moves one from one state to another.</summary>
internal static class ControlReader
{
    /// <summary>Every run, the one that began last first; none where the tables are not there.</summary>
    public static Task<IReadOnlyList<FleetRunStatus>> ReadAsync(DatabaseAdapter adapter, TenantContext place,
        CancellationToken cancellationToken) => Edge.RunAsync(adapter, place, async () =>
    {
        if (adapter.Missing(place) is not null) return [];
        var session = await adapter.OpenAsync(place, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var tables = session.Dialect.Ledger;
            var there = await LedgerCommand.ReadUnseenAsync(session, tables.ControlColumns, r => r.GetString(0), cancellationToken)
                .ConfigureAwait(false);
            if (there.Distinct(StringComparer.OrdinalIgnoreCase).Count() < ControlFormat.Tables.Count) return [];
            var waves = await WavesAsync(session, tables, cancellationToken).ConfigureAwait(false);
            var shapes = (await ReadAsync(session,
                $"SELECT run, origin, COUNT(*) FROM {tables.Table(ControlFormat.Tenants)} WHERE origin <> '' GROUP BY run, origin "
                    + "ORDER BY COUNT(*) DESC, origin",
                r => (Run: r.GetString(0), Shape: new FleetShapeStatus(new(r.GetString(1)), (int)Number(r, 2))), cancellationToken)
                .ConfigureAwait(false)).ToLookup(s => s.Run, s => s.Shape);
            var failed = (await ReadAsync(session,
                $"SELECT run, tenant, detail FROM {tables.Table(ControlFormat.Tenants)} WHERE state = 'failed' ORDER BY ordinal",
                r => (Run: r.GetString(0), Result: TenantResult.Failed(r.GetString(1), DiagnosticText.Read(r.GetString(2)))),
                cancellationToken).ConfigureAwait(false)).ToLookup(f => f.Run, f => f.Result);
            return (IReadOnlyList<FleetRunStatus>)await ReadAsync(session,
                $"SELECT run, target, state, reason, {tables.Now} - started FROM {tables.Table(ControlFormat.Runs)} "
                    + "ORDER BY started DESC, run",
                r => new FleetRunStatus(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3),
                    TimeSpan.FromMilliseconds(Number(r, 4)), [.. waves[r.GetString(0)]], [.. failed[r.GetString(0)]])
                {
                    Shapes = [.. shapes[r.GetString(0)]],
                }, cancellationToken).ConfigureAwait(false);
        }
    });

    /// <summary>Whether the run was in the one state, and is in the other now.</summary>
    public static Task<bool> MoveAsync(DatabaseAdapter adapter, TenantContext place, string run, string from, string to,
        CancellationToken cancellationToken) => Edge.RunAsync(adapter, place, async () =>
    {
        var session = await adapter.OpenAsync(place, SessionAccess.Write, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return await LedgerCommand.RunUnseenAsync(session, Looked(session, $"UPDATE {session.Dialect.Ledger.Table(ControlFormat.Runs)} "
                + "SET state = @to WHERE run = @run AND state = @from"), cancellationToken, ("to", to), ("run", run), ("from", from))
                .ConfigureAwait(false) > 0;
    });

    private static async Task<ILookup<string, FleetWaveStatus>> WavesAsync(DatabaseSession session, LedgerTables tables,
        CancellationToken cancellationToken) => (await ReadAsync(session, $"""
            SELECT run, stage, COUNT(*), COUNT(CASE WHEN state NOT IN ('{ControlFormat.Waiting}', '{ControlFormat.Taken}') THEN 1 END),
              COUNT(CASE WHEN state = '{ControlFormat.Taken}' AND lease >= {tables.Now} THEN 1 END),
              COUNT(CASE WHEN state = 'failed' THEN 1 END),
              SUM(CASE WHEN state NOT IN ('{ControlFormat.Waiting}', '{ControlFormat.Taken}') THEN elapsed ELSE 0 END)
            FROM {tables.Table(ControlFormat.Tenants)} GROUP BY run, stage ORDER BY stage
            """, r => (Run: r.GetString(0), Wave: new FleetWaveStatus((int)Number(r, 1), (int)Number(r, 2), (int)Number(r, 3),
            (int)Number(r, 4))
            {
                Failed = (int)Number(r, 5), Worked = TimeSpan.FromMilliseconds(Number(r, 6)),
            }), cancellationToken).ConfigureAwait(false)).ToLookup(w => w.Run, w => w.Wave);

    private static Task<List<T>> ReadAsync<T>(DatabaseSession session, string sql, Func<DbDataReader, T> row,
        CancellationToken cancellationToken) => LedgerCommand.ReadUnseenAsync(session,
        session.Dialect.Ledger.LookOnlyAtControl is { Length: > 0 } look ? $"{look};\n{sql}" : sql, row, cancellationToken);

    // Together they are one transaction: a view or a trigger in the place of our tables would run with our rights.
    private static string Looked(DatabaseSession session, string sql) =>
        session.Dialect.Ledger.LookAtControl is { Length: > 0 } look ? $"{look};\n{sql}" : sql;

    private static long Number(DbDataReader row, int column) => Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture);
}
