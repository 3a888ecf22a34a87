namespace SchemaSync.Engine.Tenancy.Directories;

/// <summary>Tenants that somebody names.</summary>
public sealed class TenantList : ITenantDirectory
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    private readonly Func<CancellationToken, Task<IReadOnlyList<Tenant>>> _list;

    private TenantList(string name, Func<CancellationToken, Task<IReadOnlyList<Tenant>>> list) => (Name, _list) = (name, list);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken = default) => _list(cancellationToken);

    /// <summary>These tenants.</summary>
    public static TenantList Of(params IEnumerable<TenantContext> tenants) => Of(tenants.Select(t => new Tenant(t)));

    /// <summary>These tenants, with their groups.</summary>
    public static TenantList Of(IEnumerable<Tenant> tenants)
    {
        IReadOnlyList<Tenant> all = [.. tenants];
        return new("the list", _ => Task.FromResult(all));
    }

    /// <summary>Tenants by name; the name takes the place of <c>{tenant}</c> in the template.</summary>
    /// <exception cref="SchemaSyncException">SSY0601: none is given. SSY0602, SSY0603, SSY0604: the
    /// template names no tenant, an id comes twice or cannot be put into it.</exception>
    public static TenantList OfNames(IReadOnlyList<string> ids, TenantTemplate template)
    {
        if (ids.Count == 0) throw new SchemaSyncException(TenancyDiagnostics.NoTenants, "the list", "it is empty");
        var all = template.Of(ids.Select(id => (id, id)));
        return new("the list", _ => Task.FromResult(all));
    }

    /// <summary>
    /// Tenants listed in a file: names, one on a line, where empty lines and lines that begin with # do not count; or, where the file's
    /// name ends in <c>.json</c>, an array of objects as <see cref="TenantRows"/> reads them.
    /// </summary>
    /// <exception cref="SchemaSyncException">By <see cref="ListAsync"/>. SSY0601: the file is missing, no text, longer than
    /// 16 MB, or lists nobody. SSY0605: it is not understood. SSY0602, SSY0603, SSY0604: as above.</exception>
    public static TenantList OfFile(string path, TenantTemplate template) => new(path, async cancellationToken =>
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw new SchemaSyncException(TenancyDiagnostics.NoTenants, "the list", "it has no file name");
        try
        {
            var text = await InputText.ReadAsync(path, InputText.MostOfAList, cancellationToken).ConfigureAwait(false);
            return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? TenantRows.OfJson(path, text, template)
                : OfLines(path, text, template);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SchemaSyncException([Diagnostic.Of(TenancyDiagnostics.NoTenants, path, FileFault.Of(e))], e);
        }
    });

    private static IReadOnlyList<Tenant> OfLines(string path, string text, TenantTemplate template)
    {
        var ids = text.Split(LineEnds).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').ToList();
        return ids.Count > 0 ? template.Of(ids.Select(id => (id, id)))
            : throw new SchemaSyncException(TenancyDiagnostics.NoTenants, path, "no line of it is a name");
    }
}
