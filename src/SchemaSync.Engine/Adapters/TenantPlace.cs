namespace SchemaSync.Engine.Adapters;

/// <summary>Where a tenant is, as far as a list of tenants says so; what is null is as the connection string has it.</summary>
/// <param name="Server">A host, with its port behind a colon where that is not the usual one.</param>
/// <param name="Database">A database, or the path of one that is a file.</param>
/// <param name="Schema">A schema of that database.</param>
public sealed record TenantPlace(string? Server = null, string? Database = null, string? Schema = null);
