namespace SchemaSync.Model.Objects;

/// <summary>
/// An object that is declared as SQL alone. No server tells whether it is there: whoever made it remembers that, with the texts. What it
/// needs is in <see cref="TopLevelObject.Uses"/>.
/// </summary>
public sealed record SqlObject : TopLevelObject
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.SqlObject;

    /// <summary>The statements that make it; at least one.</summary>
    public required EquatableArray<string> Create { get; init; }

    /// <summary>The statements that drop it; at least one.</summary>
    public required EquatableArray<string> Drop { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Texts("create", Create);
        writer.Texts("drop", Drop);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this;

    internal static SqlObject Read(FacetReader reader) => new()
    {
        Name = reader.OwnName(),
        Create = reader.Texts("create"),
        Drop = reader.Texts("drop"),
        Comment = reader.Text("comment"),
        Uses = reader.QualifiedNames("uses"),
    };
}
