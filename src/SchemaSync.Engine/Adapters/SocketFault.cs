using System.Net.Sockets;

namespace SchemaSync.Engine.Adapters;

/// <summary>Why a server cannot be reached, as the network tells it.</summary>
public static class SocketFault
{
    /// <summary>The reason, as the end of a sentence.</summary>
    public static string Of(SocketException e) => e.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "nothing listens there; check host and port, and whether the server runs",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "there is no host of that name",
        SocketError.TimedOut => "the server does not answer; check host, port and firewall",
        _ => $"the network says {e.SocketErrorCode}",
    };
}
