namespace SchemaSync.Model;

/// <summary>A check constraint.</summary>
public sealed record CheckConstraint : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => "check constraint";

    /// <inheritdoc/>
    public override string PluralKind => "checkConstraints";

    /// <inheritdoc/>
    public override string Key => Name.IsEmpty ? $"({Expression.Canonical})" : Name.Value;

    /// <summary>What must not be false for any row; without the outer parentheses.</summary>
    public required SqlExpression Expression { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer) => writer.Expression("expression", Expression);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ISchemaObjectVisitor<TResult> visitor) => visitor.Visit(this);

    internal static CheckConstraint Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Expression = reader.Expression("expression") ?? throw new JsonFormatException("a check has no expression"),
    };
}
