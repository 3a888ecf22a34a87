namespace SchemaSync.Engine.Tenancy;

/// <summary>One tenant of many.</summary>
/// <param name="Context">Where it is.</param>
/// <param name="Group">The wave it belongs to; null for none.</param>
public sealed record Tenant(TenantContext Context, string? Group = null)
{
    /// <summary>Its name in messages and reports.</summary>
    public string Id => Context.Id;
}

/// <summary>Tells which tenants there are. An application that knows its own registers one.</summary>
public interface ITenantDirectory
{
    /// <summary>What messages call it: a pattern, a file, a query.</summary>
    string Name => "the application's list";

    /// <summary>The tenants there are now, in the order in which they are taken.</summary>
    /// <exception cref="SchemaSyncException">SSY06xx: they cannot be told.</exception>
    Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken = default);
}
