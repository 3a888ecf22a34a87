using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace SchemaSync.Adapters.Tests;

/// <summary>Stands between a client and a PostgreSQL server and keeps every statement that passes, whoever composed it.</summary>
public sealed class RecordingProxy : IDisposable
{
    private const int HeaderBytes = 5;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _server;

    public RecordingProxy(string connectionString)
    {
        _server = new(connectionString);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The same database, through the proxy; no connection is kept when it goes.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server.ConnectionString)
    {
        Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port, SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>Every distinct text so far.</summary>
    public ConcurrentDictionary<string, bool> Statements { get; } = new(StringComparer.Ordinal);

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
                await Task.WhenAny(AskAsync(near, far), far.CopyToAsync(near));
            }
            catch (IOException)
            {
                // One side hung up.
            }
        }
    }

    /// <summary>The start-up message has no letter; all others have, and two of them hold statements (manual, Message Formats).</summary>
    private async Task AskAsync(NetworkStream from, NetworkStream to)
    {
        for (var (header, isFirst) = (new byte[HeaderBytes], true); ; isFirst = false)
        {
            await from.ReadExactlyAsync(header.AsMemory(isFirst ? 1 : 0));
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1)) - sizeof(int)];
            await from.ReadExactlyAsync(body);
            if (!isFirst && header[0] is (byte)'P' or (byte)'Q')
            {
                var parts = Encoding.UTF8.GetString(body).Split('\0');
                Statements[header[0] == (byte)'P' ? parts[1] : parts[0]] = true;
            }

            await to.WriteAsync(header.AsMemory(isFirst ? 1 : 0));
            await to.WriteAsync(body);
        }
    }
}
