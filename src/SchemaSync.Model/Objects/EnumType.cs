namespace SchemaSync.Model.Objects;

/// <summary>A type whose values are a list of words (PostgreSQL, CREATE TYPE … AS ENUM).</summary>
public sealed record EnumType : TopLevelObject, IGrantable
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.EnumType;

    /// <summary>The words in their order, which is also the order in which values compare.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>Rights of roles (PostgreSQL); null where nothing is said about them.</summary>
    public GrantList? Grants { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Texts("values", Values);
        writer.Text("comment", Comment);
        writer.Part("grants", Grants);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this;

    /// <inheritdoc/>
    public TopLevelObject WithGrants(GrantList? grants) => this with { Grants = grants };

    internal static EnumType Read(FacetReader reader) => new()
    {
        Name = reader.OwnName(),
        Values = reader.Texts("values"),
        Comment = reader.Text("comment"),
        Grants = reader.Part("grants", GrantList.Read),
        Uses = reader.QualifiedNames("uses"),
    };
}
