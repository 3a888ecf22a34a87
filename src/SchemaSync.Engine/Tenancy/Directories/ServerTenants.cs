using System.IO.Enumeration;

namespace SchemaSync.Engine.Tenancy.Directories;

/// <summary>
/// Tenants that a server has: its databases, or the schemas of one database, whose names are what the template says with a
/// tenant's name that matches a pattern such as <c>tenant_*</c>.
/// </summary>
/// <param name="pattern">With <c>*</c> and <c>?</c>.</param>
/// <param name="template"><c>{tenant}</c> stands in the name of a database, or of a schema.</param>
public sealed class ServerTenants(string pattern, TenantTemplate template) : ITenantDirectory
{
    /// <inheritdoc/>
    public string Name => pattern;

    /// <inheritdoc/>
    /// <exception cref="SchemaSyncException">SSY0601: no name matches. SSY0602: the template names no tenant. SSY0607: it names it
    /// elsewhere as well. SSY0205: the server cannot be reached.</exception>
    public async Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken = default)
    {
        if (!template.IsComplete) throw new SchemaSyncException(TenancyDiagnostics.NoPlaceholder, TenantTemplate.Placeholder);
        var (adapter, any) = (template.Adapter, template.Unnamed);
        return await Edge.RunAsync(adapter, any, async () =>
        {
            var form = template.NamesSchema ? template.Schema! : adapter.PlaceOf(any).Database ?? "";
            if (!IsTheOnly(form)) throw new SchemaSyncException(TenancyDiagnostics.NoPattern, TenantTemplate.Placeholder);
            var names = await adapter.PlacesAsync(any, template.NamesSchema, cancellationToken).ConfigureAwait(false);
            var found = names.Select(n => NameIn(form, n)).OfType<string>()
                .Where(n => FileSystemName.MatchesSimpleExpression(pattern, n, ignoreCase: false)).Order(StringComparer.Ordinal).ToList();
            return found.Count > 0 ? template.Of(found.Select(n => (n, n)))
                : throw new SchemaSyncException(TenancyDiagnostics.NoTenants, pattern,
                    $"none of the {names.Count} {(template.NamesSchema ? "schemas" : "databases")} of {Where(adapter, any)} matches");
        }).ConfigureAwait(false);
    }

    // A name that stands for a server as well, or for an account, cannot be found by asking one server.
    private bool IsTheOnly(string form) => Count(form) == 1 && Count(template.ConnectionString) == (template.NamesSchema ? 0 : 1);

    private static int Count(string text) => text.Split(TenantTemplate.Placeholder).Length - 1;

    private static string Where(DatabaseAdapter adapter, TenantContext any) => adapter.PlaceOf(any).Server ?? adapter.DisplayName(any);

    /// <summary>The tenant's name in a name of that form; null where the name has another form.</summary>
    private static string? NameIn(string form, string name)
    {
        var at = form.IndexOf(TenantTemplate.Placeholder, StringComparison.Ordinal);
        var (before, after) = (form[..at], form[(at + TenantTemplate.Placeholder.Length)..]);
        return name.Length > before.Length + after.Length && name.StartsWith(before, StringComparison.Ordinal)
            && name.EndsWith(after, StringComparison.Ordinal) ? name[before.Length..^after.Length] : null;
    }
}
