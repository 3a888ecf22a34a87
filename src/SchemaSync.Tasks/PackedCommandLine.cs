using System.Runtime.InteropServices;

namespace SchemaSync.Tasks;

/// <summary>How to start the command line of the package on this machine.</summary>
/// <param name="Executable">The file to start.</param>
/// <param name="Program">The assembly that dotnet runs; null where the executable is the command line itself.</param>
internal sealed record PackedCommandLine(string Executable, string? Program)
{
    private const int MayExecute = 1;

    private static bool IsWindows => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Native before precompiled before portable; null when the package holds none.</summary>
    public static PackedCommandLine? Find(string directory, string? runtime, string? dotnet)
    {
        if (!string.IsNullOrEmpty(runtime))
        {
            var native = Path.Combine(directory, runtime, IsWindows ? "schemasync.exe" : "schemasync");
            if (File.Exists(native) && IsExecutable(native)) return new(native, null);
        }

        string?[] folders = [string.IsNullOrEmpty(runtime) ? null : Path.Combine(directory, "r2r", runtime),
            Path.Combine(directory, "any")];
        var program = folders.OfType<string>().Select(f => Path.Combine(f, "schemasync.dll")).FirstOrDefault(File.Exists);
        return program is null ? null : new(Host(dotnet), program);
    }

    private static string Host(string? dotnet)
    {
        var name = IsWindows ? "dotnet.exe" : "dotnet";
        var known = new[] { dotnet, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") }.FirstOrDefault(File.Exists);
        return known ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(p => p.Length > 0).Select(p => Path.Combine(p, name)).FirstOrDefault(File.Exists) ?? name;
    }

    // A package folder that somebody else restored may be readable only: NuGet gives the right to execute to the owner alone.
    private static bool IsExecutable(string file)
    {
        try
        {
            return IsWindows || Access(file, MayExecute) == 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return true;
        }
    }

    [DllImport("libc", EntryPoint = "access", CharSet = CharSet.Ansi)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Access([MarshalAs(UnmanagedType.LPStr)] string path, int mode);
}
