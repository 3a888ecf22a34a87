namespace SchemaSync.Model;

/// <summary>The primary key of a table.</summary>
public sealed record PrimaryKey : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => "primary key";

    /// <inheritdoc/>
    public override string PluralKind => "primaryKeys";

    /// <inheritdoc/>
    public override string Key => Name.IsEmpty ? "primary key" : Name.Value;

    /// <summary>The key columns in key order.</summary>
    public EquatableArray<IndexPart> Columns { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer) => writer.Parts("columns", Columns);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ISchemaObjectVisitor<TResult> visitor) => visitor.Visit(this);

    internal static PrimaryKey Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Columns = reader.Parts("columns", IndexPart.Read),
    };
}
