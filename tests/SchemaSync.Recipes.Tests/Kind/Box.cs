namespace SchemaSync.Recipes;

/// <summary>A kind of one's own: a box, of which a database of boxes holds many.</summary>
public sealed record Box : TopLevelObject
{
    /// <summary>The kind.</summary>
    public static ObjectKind BoxKind { get; } = ObjectKind.Define("box", "boxes", Read);

    /// <inheritdoc/>
    public override ObjectKind Kind => BoxKind;

    /// <summary>What is printed on it.</summary>
    public string? Label { get; init; }

    /// <summary>What is in it.</summary>
    public SqlExpression? Content { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Text("label", Label);
        writer.Expression("content", Content);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) =>
        Content is null ? this : this with { Content = map(Content) };

    private static Box Read(FacetReader reader) => new()
    {
        Name = reader.OwnName(),
        Label = reader.Text("label"),
        Content = reader.Expression("content"),
        Comment = reader.Text("comment"),
        Uses = reader.QualifiedNames("uses"),
    };
}
