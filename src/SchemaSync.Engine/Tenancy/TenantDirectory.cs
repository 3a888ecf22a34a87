using System.Text.RegularExpressions;

namespace SchemaSync.Engine.Tenancy;

/// <summary>Which tenants there are: one file each, found by a pattern, listed in a file, or named one by one.</summary>
public static partial class TenantDirectory
{
    private const string Placeholder = "{tenant}";
    private static readonly char[] LineEnds = ['\r', '\n'];
    private static readonly System.Buffers.SearchValues<char> Meaningful = System.Buffers.SearchValues.Create(";=\"'\n\r\0");

    /// <summary>Tenants whose databases match a pattern such as <c>tenants/*.db</c>; the file's name without extension is the id.</summary>
    /// <param name="provider">One of <see cref="ProviderNames"/>.</param>
    /// <param name="pattern">A directory and a file pattern; wildcards in the last part only.</param>
    /// <param name="connectionString"><c>{tenant}</c> stands for the file's path; <c>Data Source={tenant}</c> when null.</param>
    /// <exception cref="SchemaSyncException">SSY0601: no file matches. SSY0602: the connection
    /// string names no tenant. SSY0603: two files give one id.</exception>
    public static IReadOnlyList<TenantContext> FromPattern(string provider, string pattern, string? connectionString = null)
    {
        if (string.IsNullOrWhiteSpace(pattern) || pattern.Contains('\0', StringComparison.Ordinal))
            throw new SchemaSyncException(TenancyDiagnostics.NoTenants, "the pattern", "it is empty");
        var directory = Path.GetDirectoryName(pattern) is { Length: > 0 } named ? named : ".";
        // Sorted: the canary is the same one in every run.
        var files = Directory.Exists(directory)
            ? Directory.GetFiles(directory, Path.GetFileName(pattern)).Where(f => !IsCompanion(f)).Order(StringComparer.Ordinal).ToList()
            : [];
        if (files.Count == 0)
            throw new SchemaSyncException(TenancyDiagnostics.NoTenants, pattern,
                Directory.Exists(directory) ? "no file matches" : $"there is no directory {directory}");
        return Contexts(provider, files.Select(f => (Path.GetFileNameWithoutExtension(f), f)),
            connectionString ?? $"Data Source={Placeholder}");
    }

    /// <summary>Tenants listed in a file, one on a line; empty lines and lines that begin with # do not count.</summary>
    /// <exception cref="SchemaSyncException">SSY0601: the file is missing, no text, longer than
    /// 16 MB, or lists nobody. SSY0602, SSY0603: as above.</exception>
    public static async Task<IReadOnlyList<TenantContext>> FromFileAsync(string provider, string path, string connectionString,
        CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw new SchemaSyncException(TenancyDiagnostics.NoTenants, "the list", "it has no file name");
        try
        {
            var text = await InputText.ReadAsync(path, InputText.MostOfAList, cancellationToken).ConfigureAwait(false);
            var ids = text.Split(LineEnds).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').ToList();
            if (ids.Count == 0) throw new SchemaSyncException(TenancyDiagnostics.NoTenants, path, "no line of it is a name");
            return FromList(provider, ids, connectionString);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SchemaSyncException([Diagnostic.Of(TenancyDiagnostics.NoTenants, path, FileFault.Of(e))], e);
        }
    }

    /// <summary>Tenants by name; the name takes the place of <c>{tenant}</c> in the connection string.</summary>
    /// <exception cref="SchemaSyncException">SSY0601: none is given. SSY0602, SSY0603, SSY0604: the
    /// string names no tenant, an id comes twice or cannot be put into it.</exception>
    public static IReadOnlyList<TenantContext> FromList(string provider, IReadOnlyList<string> ids, string connectionString)
    {
        if (ids.Count == 0) throw new SchemaSyncException(TenancyDiagnostics.NoTenants, "the list", "it is empty");
        return Contexts(provider, ids.Select(id => (id, id)), connectionString);
    }

    private static List<TenantContext> Contexts(string provider, IEnumerable<(string Id, string Value)> tenants, string connectionString)
    {
        if (!connectionString.Contains(Placeholder, StringComparison.Ordinal))
            throw new SchemaSyncException(TenancyDiagnostics.NoPlaceholder, Placeholder);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var contexts = new List<TenantContext>();
        // A name that is a part of something longer stays where that is; one that is the
        // whole value, such as a path of a list, is what it is.
        var isWhole = WholeValue().IsMatch(connectionString);
        foreach (var (id, value) in tenants)
        {
            if (value.Any(char.IsControl)) throw new SchemaSyncException(TenancyDiagnostics.BadName, id, "holds a control character");
            if (!isWhole && LeavesItsPlace(value))
                throw new SchemaSyncException(TenancyDiagnostics.BadName, id, "leaves the folder that the connection string names");
            if (!seen.Add(id)) throw new SchemaSyncException(TenancyDiagnostics.TwiceNamed, id);
            // A name must not add a keyword of its own to the connection string.
            if (value.AsSpan().ContainsAny(Meaningful))
                throw new SchemaSyncException(TenancyDiagnostics.BadName, id,
                    "holds a character that means something in a connection string");
            contexts.Add(new(id, provider, connectionString.Replace(Placeholder, value, StringComparison.Ordinal)));
        }

        return contexts;
    }

    [GeneratedRegex(@"=\s*[""']?\{tenant\}[""']?\s*(;|$)", RegexOptions.CultureInvariant)]
    private static partial Regex WholeValue();

    // Both separators everywhere: a list may have been written on another system. A URI's own signs would end the path (uri.html 3.1).
    private static bool LeavesItsPlace(string value) =>
        value is "" or ['/' or '\\', ..] || value.AsSpan().ContainsAny("?#%:")
            || value.Split('/', '\\').Any(part => part.Trim(' ', '.').Length == 0);

    // SQLite keeps its journal and shared memory beside the file (wal.html); a pattern such as shop* finds them too.
    private static bool IsCompanion(string path) =>
        path.EndsWith("-wal", StringComparison.Ordinal) || path.EndsWith("-shm", StringComparison.Ordinal)
            || path.EndsWith("-journal", StringComparison.Ordinal);
}
