using System.Diagnostics;

namespace SchemaSync.Adapters.Tests;

/// <summary>A server that a test may break, because it has it to itself, with a disk of its own that is small.</summary>
internal sealed class OwnServer : IDisposable
{
    /// <summary>MB of room on the disk beyond what a new server takes.</summary>
    private const string Room = "64";

    private readonly string _state = Directory.CreateTempSubdirectory("schemasync-own-").FullName;
    private readonly TestServer _like;
    private TestServer? _server;

    private OwnServer(TestServer like) => _like = like;

    /// <summary>The server, as tests know theirs.</summary>
    public TestServer Server => _server ?? throw new InvalidOperationException("it did not start");

    private string Name => $"{_like.Provider}-{_like.Version}".ToLowerInvariant();

    private string Folder => Path.Combine(_state, Name);

    /// <summary>Starts one of the same version as another.</summary>
    public static async Task<OwnServer> StartAsync(TestServer like)
    {
        var own = new OwnServer(like);
        // It prints export NAME=text, quoted for the shell.
        var connection = await BashAsync($"{await own.ScriptAsync("env")}; printf %s \"${like.Variable}\"", []);
        own._server = like with { Own = connection };
        return own;
    }

    /// <summary>Stops every process of the server where it is: connections stay, and nobody answers.</summary>
    public void Freeze() => All("STOP", "pause");

    /// <summary>Lets it go on.</summary>
    public void Thaw() => All("CONT", "unpause");

    /// <summary>Kills every process of the server at once.</summary>
    public Task CrashAsync() => ScriptAsync("crash");

    /// <summary>Starts it again on the data that is there.</summary>
    public Task RestartAsync(string option = "") => ScriptAsync("restart", option);

    /// <summary>Leaves so many KB on its disk.</summary>
    public Task FillAsync(int left) => ScriptAsync("fill", $"{left}");

    /// <summary>Gives the room back.</summary>
    public Task FreeAsync() => ScriptAsync("free");

    /// <summary>A hot standby of it (PostgreSQL), which goes with it. The server itself is started again for that.</summary>
    public async Task<TestServer> StandbyAsync() => _like with { Own = await ScriptAsync("standby") };

    public void Dispose()
    {
        Thaw();
        ScriptAsync("stop").GetAwaiter().GetResult();
        if (Directory.Exists(_state)) Directory.Delete(_state, recursive: true);
    }

    private void All(string signal, string verb)
    {
        // The script starts a container, or the server's own program.
        var command = File.Exists(Path.Combine(Folder, "container"))
            ? $"for engine in docker podman; do $engine {verb} $(cat {Folder}/container) && break; done 2>/dev/null || true"
            : $"[ ! -e {Folder}/pid ] || kill -{signal} $(cat {Folder}/pid) $(pgrep -P $(cat {Folder}/pid)) 2>/dev/null || true";
        BashAsync(command, []).GetAwaiter().GetResult();
    }

    private Task<string> ScriptAsync(string verb, string argument = "") => BashAsync(
        $"{Path.Combine(SchemaCase.Root(), "../build/servers.sh")} {verb} {Name} {argument}",
        new() { ["SCHEMASYNC_SERVERS_STATE"] = _state, ["SCHEMASYNC_SERVERS_OWN"] = Room, [_like.Variable] = "" });

    private static async Task<string> BashAsync(string command, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command}: {output} {await error}");
        return output.Trim();
    }
}
