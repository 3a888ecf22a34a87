namespace SchemaSync.Engine.Tenancy.Directories;

/// <summary>Tenants that are files which match a pattern such as <c>tenants/*.db</c>; the file's name without extension is the
/// id.</summary>
/// <param name="pattern">A directory and a file pattern; wildcards in the last part only.</param>
/// <param name="template"><c>{tenant}</c> stands for the file's path.</param>
public sealed class TenantFiles(string pattern, TenantTemplate template) : ITenantDirectory
{
    /// <inheritdoc/>
    public string Name => pattern;

    /// <inheritdoc/>
    /// <exception cref="SchemaSyncException">SSY0601: no file matches. SSY0602: the connection
    /// string names no tenant. SSY0603: two files give one id.</exception>
    public Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken = default)
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
        return Task.FromResult(template.Of(files.Select(f => (Path.GetFileNameWithoutExtension(f), f))));
    }

    // SQLite keeps its journal and shared memory beside the file (wal.html); a pattern such as shop* finds them too.
    private static bool IsCompanion(string path) =>
        path.EndsWith("-wal", StringComparison.Ordinal) || path.EndsWith("-shm", StringComparison.Ordinal)
            || path.EndsWith("-journal", StringComparison.Ordinal);
}
