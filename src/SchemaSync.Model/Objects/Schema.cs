namespace SchemaSync.Model;

/// <summary>
/// A schema that all tenants of a database share (PostgreSQL); a tenant's own is no object, since each tenant calls it otherwise. What is in it
/// names it (<see cref="QualifiedName.Schema"/>).
/// </summary>
public sealed record Schema : TopLevelObject
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Schema;

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer) => writer.Text("comment", Comment);

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this;

    internal static Schema Read(FacetReader reader) => new() { Name = reader.OwnName(), Comment = reader.Text("comment"), Uses = reader.QualifiedNames("uses") };
}
