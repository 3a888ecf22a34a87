namespace SchemaSync.Engine;

/// <summary>Whose database an operation is about: the first parameter of everything that touches one.</summary>
/// <param name="Id">A name for messages and reports; never a secret.</param>
/// <param name="Provider">One of <see cref="ProviderNames"/>.</param>
/// <param name="ConnectionString">How to reach it. May hold a secret: never printed, logged or stored.</param>
/// <param name="Schema">The managed schema, where a database holds several.</param>
public sealed record TenantContext(string Id, string Provider, string ConnectionString, string? Schema = null)
{
    /// <summary>The id alone: the connection string never enters a text.</summary>
    public override string ToString() => Id;
}
