using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.MySql.Online;

/// <summary>An option file of the MySQL clients with user and password, which only this
/// account can read; gone when its program has ended.</summary>
internal sealed class DefaultsFile : IDisposable
{
    private DefaultsFile(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Writes one. It never exists with other rights, not for a moment.</summary>
    public static DefaultsFile Create(Settings settings)
    {
        var file = new DefaultsFile(System.IO.Path.Combine(System.IO.Path.GetTempPath(),
            $"schemasync-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.cnf"));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new StreamWriter(file.Path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options);
        stream.Write($"[client]\nuser={Quoted(settings.User)}\npassword={Quoted(settings.Password)}\n");
        return file;
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);

    // Manual, Using Option Files: in quotes a # begins no comment, and a backslash escapes.
    private static string Quoted(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
