using System.Data.Common;
using System.Net;
using System.Net.Sockets;

namespace SchemaSync.Adapters.Tests;

/// <summary>How a network fails.</summary>
public enum NetworkFault
{
    /// <summary>It does not.</summary>
    None,
    /// <summary>Nothing comes through any more, and nobody says so; new connections meet the same.</summary>
    Silent,
    /// <summary>What was sent still arrives, and no answer comes back.</summary>
    AnswersLost,
    /// <summary>Every connection is ended in order, and nobody listens any more.</summary>
    Closed,
    /// <summary>Every connection is reset, and nobody listens any more.</summary>
    Reset,
}

/// <summary>Stands between a client and a server, and fails at one of the messages from the client.</summary>
public sealed class FaultProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _sockets = [];
    private readonly DbConnectionStringBuilder _server;
    private readonly bool _isPostgreSql;
    private readonly NetworkFault _fault;
    private readonly int _at;
    private int _messages;
    private volatile bool _isBroken;

    public FaultProxy(TestDatabase database, NetworkFault fault = NetworkFault.None, int at = int.MaxValue)
    {
        (_server, _isPostgreSql, _fault,
            _at) = (new() { ConnectionString = database.ConnectionString }, database.Server.IsPostgreSql, fault, at);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Messages from clients so far.</summary>
    public int Messages => Volatile.Read(ref _messages);

    /// <summary>Whether the fault has happened.</summary>
    public bool IsBroken => _isBroken;

    /// <summary>The same database, through the proxy.</summary>
    public string ConnectionString
    {
        get
        {
            var through = new DbConnectionStringBuilder { ConnectionString = _server.ConnectionString };
            through[_isPostgreSql ? "Host" : "Server"] = "127.0.0.1";
            through["Port"] = ((IPEndPoint)_listener.LocalEndpoint).Port;
            return through.ConnectionString;
        }
    }

    /// <summary>Fails now.</summary>
    public void Break()
    {
        _isBroken = true;
        if (_fault is NetworkFault.Closed or NetworkFault.Reset) Close(_fault == NetworkFault.Reset);
    }

    public void Dispose()
    {
        _isBroken = true;
        Close(isReset: true);
    }

    private void Close(bool isReset)
    {
        _listener.Stop();
        lock (_sockets)
        {
            foreach (var socket in _sockets)
            {
                if (isReset) socket.LingerState = new(true, 0);
                socket.Dispose();
            }

            _sockets.Clear();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = Keep(await _listener.AcceptSocketAsync());
                if (_isBroken) continue;
                var server = Keep(new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });
                await server.ConnectAsync((string)_server[_isPostgreSql ? "Host" : "Server"],
                    Convert.ToInt32(_server["Port"], System.Globalization.CultureInfo.InvariantCulture));
                _ = PumpAsync(client, server, isQuestion: true);
                _ = PumpAsync(server, client, isQuestion: false);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over, or nobody listens any more.
        }
    }

    private Socket Keep(Socket socket)
    {
        lock (_sockets) _sockets.Add(socket);
        return socket;
    }

    private async Task PumpAsync(Socket from, Socket to, bool isQuestion)
    {
        var buffer = new byte[65536];
        try
        {
            while (await from.ReceiveAsync(buffer) is var count and > 0)
            {
                if (isQuestion && !_isBroken && Interlocked.Increment(ref _messages) == _at) Break();
                if (_isBroken && !(isQuestion && _fault == NetworkFault.AnswersLost)) continue;
                for (var sent = 0; sent < count;) sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
            }

            if (!_isBroken) to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One side hung up.
        }
    }
}
