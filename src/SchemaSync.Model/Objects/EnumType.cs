namespace SchemaSync.Model;

/// <summary>A type whose values are a list of words (PostgreSQL, CREATE TYPE … AS ENUM).</summary>
public sealed record EnumType : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => "enum type";

    /// <inheritdoc/>
    public override string PluralKind => "enumTypes";

    /// <summary>The words in their order, which is also the order in which values compare.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Texts("values", Values);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ISchemaObjectVisitor<TResult> visitor) => visitor.Visit(this);

    internal static EnumType Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Values = reader.Texts("values"),
        Comment = reader.Text("comment"),
        Uses = reader.Names("uses"),
    };
}
