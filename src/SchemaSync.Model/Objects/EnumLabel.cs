namespace SchemaSync.Model.Objects;

/// <summary>A word of an enum type, where a change is about it alone; snapshots list words as text.</summary>
public sealed record EnumLabel : SchemaPart
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.EnumLabel;

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer) => writer.Text("comment", Comment);

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this;

    internal static EnumLabel Read(FacetReader reader) => new() { Name = reader.Name(), Comment = reader.Text("comment") };
}
