namespace SchemaSync.PostgreSql.Catalog;

/// <summary>A schema that is read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Oid">Its oid; 0 where it is not there.</param>
/// <param name="Comment">Its comment.</param>
internal sealed record ManagedSchema(string Name, uint Oid, string? Comment = null);
