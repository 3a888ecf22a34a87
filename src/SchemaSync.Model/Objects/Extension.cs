namespace SchemaSync.Model.Objects;

/// <summary>An extension of the database (PostgreSQL).</summary>
public sealed record Extension : TopLevelObject
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Extension;

    /// <summary>The version; null is any.</summary>
    public string? Version { get; init; }

    /// <summary>The schema that holds its objects, when that is not the managed one; null is any.</summary>
    public string? Schema { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Text("version", Version);
        writer.Text("schema", Schema);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this;

    internal static Extension Read(FacetReader reader) => new()
    {
        Name = new(reader.Name()),
        Version = reader.Text("version"),
        Schema = reader.Text("schema"),
        Comment = reader.Text("comment"),
        Uses = reader.QualifiedNames("uses"),
    };
}
