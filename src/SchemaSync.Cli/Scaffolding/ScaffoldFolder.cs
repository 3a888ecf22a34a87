using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.Cli.Scaffolding;

/// <summary>
/// The folder that a scaffold is written into. A list beside the files tells what was written there: a file that is not as it was written
/// is somebody's own, and one that was and is no longer part of the scaffold goes.
/// </summary>
internal sealed class ScaffoldFolder
{
    /// <summary>The name of the list, in the form that <c>sha256sum</c> reads.</summary>
    public const string ListName = "scaffold.sha256";

    private readonly string _folder;
    private readonly Dictionary<string, string> _written;

    private ScaffoldFolder(string folder, Dictionary<string, string> written) => (_folder, _written) = (folder, written);

    /// <summary>Looks at a folder, which need not be there.</summary>
    public static async Task<ScaffoldFolder> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        var list = Path.Combine(folder, ListName);
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(list)) return new(folder, written);
        foreach (var line in await File.ReadAllLinesAsync(list, cancellationToken).ConfigureAwait(false))
        {
            // The list is a file like any other: a path in it leads nowhere else.
            if (line.Split("  ", 2) is [var hash, var path] && IsBelow(path)) written[path] = hash;
        }

        return new(folder, written);
    }

    /// <summary>Files that would be written over and are somebody's own.</summary>
    public async Task<IReadOnlyList<string>> EditedAsync(IReadOnlyList<ScaffoldedFile> files, CancellationToken cancellationToken)
    {
        var edited = new List<string>();
        foreach (var file in files)
        {
            if (await HashAsync(file.Path, cancellationToken).ConfigureAwait(false) is { } present && present != Hash(file.Text)
                && _written.GetValueOrDefault(file.Path) != present) edited.Add(file.Path);
        }

        return edited;
    }

    /// <summary>Writes the files, takes those away that nobody edited and that are no part of it any more.</summary>
    /// <returns>How many were written anew, how many went, and those that stay because they were edited.</returns>
    public async Task<(int Written, int Removed, IReadOnlyList<string> Kept)> WriteAsync(IReadOnlyList<ScaffoldedFile> files,
        CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var file in files)
        {
            if (await HashAsync(file.Path, cancellationToken).ConfigureAwait(false) == Hash(file.Text)) continue;
            if (await AtomicFile.WriteAsync(Full(file.Path), file.Text, cancellationToken).ConfigureAwait(false)) written++;
        }

        var (removed, kept) = await RemoveAsync(files, cancellationToken).ConfigureAwait(false);
        var lines = files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => $"{Hash(f.Text)}  {f.Path}\n");
        await AtomicFile.WriteAsync(Full(ListName), string.Concat(lines), cancellationToken).ConfigureAwait(false);
        return (written, removed, kept);
    }

    private async Task<(int Removed, IReadOnlyList<string> Kept)> RemoveAsync(IReadOnlyList<ScaffoldedFile> files,
        CancellationToken cancellationToken)
    {
        var (removed, kept) = (0, new List<string>());
        var there = files.Select(f => f.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, hash) in _written.Where(w => !there.Contains(w.Key)).OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            if (await HashAsync(path, cancellationToken).ConfigureAwait(false) is not { } present) continue;
            if (present != hash) kept.Add(path);
            else
            {
                File.Delete(Full(path));
                removed++;
            }
        }

        return (removed, kept);
    }

    private static bool IsBelow(string path) => path.Length > 0 && !Path.IsPathRooted(path)
        && !path.Contains('\\', StringComparison.Ordinal) && !path.Split('/').Contains("..");

    private string Full(string path) => Path.Combine(_folder, path);

    private async Task<string?> HashAsync(string path, CancellationToken cancellationToken) => !File.Exists(Full(path)) ? null
        : Hash(await File.ReadAllTextAsync(Full(path), cancellationToken).ConfigureAwait(false));

    // A checkout may have given it the line ends of another system.
    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
}
