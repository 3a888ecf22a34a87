namespace SchemaSync.PostgreSql.Catalog;

/// <summary>A schema that is read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Oid">Its oid; 0 where it is not there.</param>
internal sealed record ManagedSchema(string Name, uint Oid)
{
    /// <summary>Its comment; empty where it has none.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The role that owns it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Who may do what with it, besides its owner.</summary>
    public GrantList Grants { get; init; } = new();
}
