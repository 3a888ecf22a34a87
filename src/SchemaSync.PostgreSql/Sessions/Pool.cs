using System.Collections.Concurrent;
using Npgsql;

namespace SchemaSync.PostgreSql.Sessions;

/// <summary>The connections to one database under one account, kept for the next tenant or step.</summary>
internal sealed class Pool(NpgsqlDataSource source)
{
    // Processes of the server. Should a number come again for another process, that one prepares a little early.
    private readonly ConcurrentDictionary<int, bool> _met = new();

    /// <summary>A connection that is not open yet.</summary>
    public NpgsqlConnection Connect() => source.CreateConnection();

    /// <summary>
    /// Whether this connection served a session before. Then it pays to prepare the catalogue queries on it: planning them costs
    /// the server more than running them. On a first use that would be a round trip for nothing.
    /// </summary>
    public bool HasServed(NpgsqlConnection connection) => !_met.TryAdd(connection.ProcessID, true);

    /// <summary>Closes every connection that nobody uses.</summary>
    public void Clear()
    {
        source.Clear();
        _met.Clear();
    }
}
