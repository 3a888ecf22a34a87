using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Stands between a client and a server as a pooler does: it tells the client a process number of its own. Everything else
/// goes through unchanged.
/// </summary>
public sealed class PoolerProxy : IDisposable
{
    private const byte BackendKeyData = (byte)'K';
    private const int HeaderBytes = 5;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _server;

    public PoolerProxy(string connectionString)
    {
        _server = new(connectionString);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The same database, through the proxy.</summary>
    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
        }.ConnectionString;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(_server.Host!, _server.Port);
            var (near, far) = (client.GetStream(), server.GetStream());
            try
            {
                await Task.WhenAny(near.CopyToAsync(far), AnswerAsync(far, near));
            }
            catch (IOException)
            {
                // One side hung up.
            }
        }
    }

    /// <summary>Message by message until the process number has passed, then as it comes.</summary>
    private static async Task AnswerAsync(NetworkStream from, NetworkStream to)
    {
        for (var header = new byte[HeaderBytes]; header[0] != BackendKeyData;)
        {
            await from.ReadExactlyAsync(header);
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1)) - sizeof(int)];
            await from.ReadExactlyAsync(body);
            if (header[0] == BackendKeyData) body[0] ^= 0x40;
            await to.WriteAsync(header);
            await to.WriteAsync(body);
        }

        await from.CopyToAsync(to);
    }
}
