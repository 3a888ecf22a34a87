namespace SchemaSync.Model;

/// <summary>A unique constraint.</summary>
public sealed record UniqueConstraint : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => "unique constraint";

    /// <inheritdoc/>
    public override string PluralKind => "uniqueConstraints";

    /// <inheritdoc/>
    public override string Key => Name.IsEmpty ? $"({string.Join(", ", Columns.Select(c => c.ToString()))})" : Name.Value;

    /// <summary>The columns in key order.</summary>
    public EquatableArray<IndexPart> Columns { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer) => writer.Parts("columns", Columns);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ISchemaObjectVisitor<TResult> visitor) => visitor.Visit(this);

    internal static UniqueConstraint Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Columns = reader.Parts("columns", IndexPart.Read),
    };
}
