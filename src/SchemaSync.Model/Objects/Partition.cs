namespace SchemaSync.Model.Objects;

/// <summary>One partition that is a part of its table (MySQL, MariaDB).</summary>
public sealed record Partition : IFacets
{
    /// <summary>Its name.</summary>
    public required Identifier Name { get; init; }

    /// <summary>Which rows it takes, such as <c>LESS THAN (2026)</c> or <c>IN (1, 2)</c>; null where the server spreads them.</summary>
    public SqlExpression? Values { get; init; }

    /// <summary>Options of the provider, ordered by name.</summary>
    public EquatableArray<TableOption> Options { get; init; }

    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Name("name", Name);
        writer.Expression("values", Values);
        writer.Parts("options", Options);
    }

    internal static Partition Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Values = reader.Expression("values"),
        Options = reader.Parts("options", TableOption.Read),
    };
}
