using MySqlConnector;

namespace SchemaSync.MySql.Sessions;

/// <summary>Asks a server on a connection of its own what became of another one.</summary>
internal static class Pulse
{
    private const int Idle = 10;

    /// <summary>What the thread of <paramref name="silent"/> does. Any answer of the server is one, a refusal too.</summary>
    public static async Task<SessionPulse> AskAsync(Settings settings, MySqlConnection silent, CancellationToken cancellationToken)
    {
        var connection = settings.Beside();
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                // An account sees its own threads without any right.
                using var command = new MySqlCommand("SHOW PROCESSLIST", connection);
                using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (reader.GetInt64(0) != silent.ServerThread) continue;
                    return reader.GetString(4) == "Sleep" && !reader.IsDBNull(5) && reader.GetInt64(5) > Idle
                        ? SessionPulse.Idle
                        : SessionPulse.Working;
                }

                return SessionPulse.Gone;
            }
            catch (MySqlException e) when (MySqlErrors.IsAnswer(e))
            {
                return SessionPulse.Unknown;
            }
        }
    }
}
