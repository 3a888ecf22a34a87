namespace SchemaSync.Model.Objects;

/// <summary>A type made of named parts (PostgreSQL, CREATE TYPE … AS).</summary>
public sealed record CompositeType : TopLevelObject, IGrantable
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.CompositeType;

    /// <summary>The parts in their order.</summary>
    public EquatableArray<CompositeAttribute> Attributes { get; init; }

    /// <summary>Rights of roles (PostgreSQL); null where nothing is said about them.</summary>
    public GrantList? Grants { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Parts("attributes", Attributes);
        writer.Text("comment", Comment);
        writer.Part("grants", Grants);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this;

    /// <inheritdoc/>
    public TopLevelObject WithGrants(GrantList? grants) => this with { Grants = grants };

    internal static CompositeType Read(FacetReader reader) => new()
    {
        Name = reader.OwnName(),
        Attributes = reader.Parts("attributes", CompositeAttribute.Read),
        Comment = reader.Text("comment"),
        Grants = reader.Part("grants", GrantList.Read),
        Uses = reader.QualifiedNames("uses"),
    };
}

/// <summary>One part of a composite type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Collation">The collation, when it is not the type's own.</param>
public sealed record CompositeAttribute(Identifier Name, ColumnType Type, string? Collation = null) : IFacets
{
    /// <summary>What is said about it.</summary>
    public string? Comment { get; init; }

    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Name("name", Name);
        writer.Part("type", Type);
        writer.Text("collation", Collation);
        writer.Text("comment", Comment);
    }

    internal static CompositeAttribute Read(FacetReader reader) => new(
        reader.Name(),
        reader.Part("type", ColumnType.Read) ?? throw new JsonFormatException("a part of a composite type has no type"),
        reader.Text("collation"))
    {
        Comment = reader.Text("comment"),
    };
}
