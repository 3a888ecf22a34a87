using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.Tasks.Tests;

/// <summary>As much of an image registry as the SDK asks for an empty base image: a machine without a network makes real images.</summary>
internal sealed class FakeRegistry : IDisposable
{
    private const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, (string Type, byte[] Bytes)> _answers = [];
    private readonly Task _serving;

    public FakeRegistry()
    {
        var port = FreePort();
        Image = $"localhost:{port}/base:1";
        var layer = new byte[1024];
        var packed = Packed(layer);
        var config = Encoding.UTF8.GetBytes("{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"history\":[],"
            + $"\"rootfs\":{{\"type\":\"layers\",\"diff_ids\":[\"{Digest(layer)}\"]}}}}");
        var manifest = Encoding.UTF8.GetBytes($"{{\"schemaVersion\":2,\"mediaType\":\"{ManifestType}\",\"config\":"
            + $"{Descriptor("application/vnd.docker.container.image.v1+json", config)},\"layers\":["
            + $"{Descriptor("application/vnd.docker.image.rootfs.diff.tar.gzip", packed)}]}}");
        _answers["/v2/"] = ("application/json", "{}"u8.ToArray());
        foreach (var reference in new[] { "1", Digest(manifest) }) _answers[$"/v2/base/manifests/{reference}"] = (ManifestType, manifest);
        foreach (var blob in new[] { config, packed }) _answers[$"/v2/base/blobs/{Digest(blob)}"] = ("application/octet-stream", blob);
        _listener.Prefixes.Add($"http://localhost:{port}/");
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    private string Image { get; }

    /// <summary>What makes the SDK take it for every image.</summary>
    public (string Name, string Value)[] Variables =>
        [("ContainerBaseImage", Image), ("DOTNET_CONTAINER_INSECURE_REGISTRIES", Image.Split('/')[0]), ("NO_PROXY", "localhost"),
            ("no_proxy", "localhost")];

    public void Dispose()
    {
        _listener.Close();
        _serving.Wait();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync().ConfigureAwait(false);
                Answer(context.Request, context.Response);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // It was closed, or the client went away.
            }
        }
    }

    private void Answer(HttpListenerRequest request, HttpListenerResponse response)
    {
        using (response)
        {
            if (!_answers.TryGetValue(request.Url!.AbsolutePath, out var answer))
            {
                response.StatusCode = 404;
                return;
            }

            response.ContentType = answer.Type;
            response.Headers["Docker-Content-Digest"] = Digest(answer.Bytes);
            response.ContentLength64 = answer.Bytes.Length;
            if (request.HttpMethod != "HEAD") response.OutputStream.Write(answer.Bytes);
        }
    }

    private static string Descriptor(string type, byte[] bytes) =>
        $"{{\"mediaType\":\"{type}\",\"size\":{bytes.Length},\"digest\":\"{Digest(bytes)}\"}}";

    private static string Digest(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest)) zip.Write(bytes);
        return packed.ToArray();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
