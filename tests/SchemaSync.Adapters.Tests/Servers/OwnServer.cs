using System.Diagnostics;

namespace SchemaSync.Adapters.Tests;

/// <summary>A server that a test may break, because it has it to itself.</summary>
internal sealed class OwnServer : IDisposable
{
    private readonly string _state = Directory.CreateTempSubdirectory("schemasync-own-").FullName;
    private readonly TestServer _like;
    private TestServer? _server;

    private OwnServer(TestServer like) => _like = like;

    /// <summary>The server, as tests know theirs.</summary>
    public TestServer Server => _server ?? throw new InvalidOperationException("it did not start");

    private string Name => $"{_like.Provider}-{_like.Version}".ToLowerInvariant();

    private string Folder => Path.Combine(_state, Name);

    /// <summary>Starts one of the same version as another.</summary>
    public static async Task<OwnServer> StartAsync(TestServer like, CancellationToken cancellationToken)
    {
        var own = new OwnServer(like);
        // It prints export NAME=text, quoted for the shell.
        var connection = await BashAsync($"{await own.ScriptAsync("env", cancellationToken)}; printf %s \"${like.Variable}\"", [], cancellationToken);
        own._server = like with { Own = connection };
        return own;
    }

    /// <summary>Stops every process of the server where it is: connections stay, and nobody answers.</summary>
    public void Freeze() => All("STOP", "pause");

    /// <summary>Lets it go on.</summary>
    public void Thaw() => All("CONT", "unpause");

    public void Dispose()
    {
        Thaw();
        ScriptAsync("stop", CancellationToken.None).GetAwaiter().GetResult();
        if (Directory.Exists(_state)) Directory.Delete(_state, recursive: true);
    }

    private void All(string signal, string verb)
    {
        // The script starts a container, or the server's own program.
        var command = File.Exists(Path.Combine(Folder, "container"))
            ? $"for engine in docker podman; do $engine {verb} $(cat {Folder}/container) && break; done 2>/dev/null || true"
            : $"[ ! -e {Folder}/pid ] || kill -{signal} $(cat {Folder}/pid) $(pgrep -P $(cat {Folder}/pid)) 2>/dev/null || true";
        BashAsync(command, [], CancellationToken.None).GetAwaiter().GetResult();
    }

    private Task<string> ScriptAsync(string verb, CancellationToken cancellationToken) =>
        BashAsync($"{Path.Combine(SchemaCase.Root(), "../build/servers.sh")} {verb} {Name}", new() { ["SCHEMASYNC_SERVERS_STATE"] = _state, [_like.Variable] = "" }, cancellationToken);

    private static async Task<string> BashAsync(string command, Dictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"{command}: {await error}");
        return output.Trim();
    }
}
