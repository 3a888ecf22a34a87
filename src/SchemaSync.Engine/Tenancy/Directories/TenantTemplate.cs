using System.Data.Common;

namespace SchemaSync.Engine.Tenancy.Directories;

/// <summary>
/// What all tenants of a list have in common: a connection string and, where a database holds several schemas, a schema, with
/// <c>{tenant}</c> where the name of each belongs. A name is always a value there: it can add no word of its own.
/// </summary>
/// <param name="Adapter">Of the tenants' databases.</param>
/// <param name="ConnectionString">With or without <c>{tenant}</c>.</param>
public sealed record TenantTemplate(DatabaseAdapter Adapter, string ConnectionString)
{
    /// <summary>What stands for the tenant's name.</summary>
    public const string Placeholder = "{tenant}";

    /// <summary>The tenant's own schema, with or without <c>{tenant}</c>; null for the usual one.</summary>
    public string? Schema { get; init; }

    /// <summary>Further schemas that are managed and shared by all tenants of a database.</summary>
    public EquatableArray<string> Schemas { get; init; }

    /// <summary>The role that plans of a tenant run as, with or without <c>{tenant}</c>; null for none.</summary>
    public string? Role { get; init; }

    /// <summary>Where the ledgers of tenants begin.</summary>
    public LedgerPlace Ledger { get; init; }

    /// <summary>Whether the name of a tenant leads anywhere.</summary>
    public bool IsComplete => Names(ConnectionString) || Names(Schema);

    /// <summary>Whether the tenant's name is a schema's.</summary>
    internal bool NamesSchema => Names(Schema);

    /// <summary>A place on the way to all tenants: the placeholder stands for itself in it.</summary>
    internal TenantContext Unnamed => new("the tenants", Adapter.Provider, ConnectionString, Schema)
    {
        Schemas = Schemas,
        Ledger = Ledger,
        Role = Role,
    };

    /// <summary>The tenants of these names, whose values in the template may be others: a file has a name and a path.</summary>
    /// <exception cref="SchemaSyncException">SSY0602: the template names no tenant. SSY0603, SSY0604: an id comes twice or cannot be
    /// put into it.</exception>
    public IReadOnlyList<Tenant> Of(IEnumerable<(string Id, string Value)> names)
    {
        if (!IsComplete) throw new SchemaSyncException(TenancyDiagnostics.NoPlaceholder, Placeholder);
        return Once(names.Select(n => new Tenant(Of(n.Id, n.Value))));
    }

    /// <summary>One tenant.</summary>
    /// <exception cref="SchemaSyncException">SSY0604: its name cannot be put in. SSY0205: the connection string cannot be read.</exception>
    internal TenantContext Of(string id, string value)
    {
        if (id.Length == 0 || value.Length == 0) throw new SchemaSyncException(TenancyDiagnostics.BadName, "''", "is empty");
        if (id.Any(char.IsControl) || value.Any(char.IsControl))
            throw new SchemaSyncException(TenancyDiagnostics.BadName, id, "holds a control character");
        return Unnamed with
        {
            Id = id,
            ConnectionString = Names(ConnectionString) ? Filled(id, value) : ConnectionString,
            Schema = Schema?.Replace(Placeholder, value, StringComparison.Ordinal),
            Role = Role?.Replace(Placeholder, value, StringComparison.Ordinal),
            SharesDatabase = NamesSchema && !Names(Adapter.PlaceOf(Unnamed).Database),
        };
    }

    /// <summary>The same tenants, each of which is named once.</summary>
    /// <exception cref="SchemaSyncException">SSY0603: one is named twice.</exception>
    internal static IReadOnlyList<Tenant> Once(IEnumerable<Tenant> tenants)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var all = tenants.ToList();
        return all.Find(t => !seen.Add(t.Id)) is not { } twice ? all
            : throw new SchemaSyncException(TenancyDiagnostics.TwiceNamed, twice.Id);
    }

    private string Filled(string id, string value)
    {
        var builder = ConnectionText.Read(Unnamed, Adapter.Provider, "Name=value;…",
            text => new DbConnectionStringBuilder { ConnectionString = text });
        foreach (var key in builder.Keys!.Cast<string>().ToList())
        {
            var text = builder[key].ToString()!;
            if (!Names(text)) continue;
            // A name that is a part of a path stays where that is; one that is the whole value, such as a path of a list, is what it is.
            if (Adapter.FileConnection is not null && text != Placeholder && LeavesItsPlace(value))
                throw new SchemaSyncException(TenancyDiagnostics.BadName, id, "leaves the folder that the connection string names");
            builder[key] = text.Replace(Placeholder, value, StringComparison.Ordinal);
        }

        return builder.ConnectionString;
    }

    private static bool Names(string? text) => text?.Contains(Placeholder, StringComparison.Ordinal) == true;

    // Both separators everywhere: a list may have been written on another system. A URI's own signs would end the path (uri.html 3.1).
    private static bool LeavesItsPlace(string value) =>
        value is "" or ['/' or '\\', ..] || value.AsSpan().ContainsAny("?#%:")
            || value.Split('/', '\\').Any(part => part.Trim(' ', '.').Length == 0);
}
