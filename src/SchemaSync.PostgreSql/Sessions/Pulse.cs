using System.Globalization;
using Npgsql;

namespace SchemaSync.PostgreSql.Sessions;

/// <summary>Asks a server on a connection of its own what became of another one.</summary>
internal static class Pulse
{
    /// <summary>What the process of <paramref name="silent"/> does. Any answer of the server is one, a refusal too.</summary>
    public static async Task<SessionPulse> AskAsync(Settings settings, NpgsqlConnection silent, CancellationToken cancellationToken)
    {
        var connection = settings.Beside(silent);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                var sql = "SELECT state LIKE 'idle%' AND pg_catalog.clock_timestamp() - state_change > interval '10 seconds' FROM "
                    + $"pg_catalog.pg_stat_activity WHERE pid = {silent.ProcessID.ToString(CultureInfo.InvariantCulture)}";
                var command = new NpgsqlCommand(sql, connection);
                await using (command.ConfigureAwait(false))
                {
                    return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) switch
                    {
                        true => SessionPulse.Idle,
                        false => SessionPulse.Working,
                        DBNull => SessionPulse.Unknown,
                        _ => SessionPulse.Gone,
                    };
                }
            }
            catch (PostgresException)
            {
                return SessionPulse.Unknown;
            }
        }
    }
}
