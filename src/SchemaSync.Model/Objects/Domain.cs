namespace SchemaSync.Model.Objects;

/// <summary>A type with a default and checks of its own (PostgreSQL).</summary>
public sealed record Domain : TopLevelObject, IGrantable
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Domain;

    /// <summary>The type it restricts.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>Whether it admits NULL.</summary>
    public bool Nullable { get; init; }

    /// <summary>The default of columns of this type.</summary>
    public SqlExpression? Default { get; init; }

    /// <summary>The collation, when it is not the type's own.</summary>
    public string? Collation { get; init; }

    /// <summary>What every value has to satisfy; <c>VALUE</c> stands for it.</summary>
    public EquatableArray<CheckConstraint> CheckConstraints { get; init; }

    /// <summary>Rights of roles (PostgreSQL); null where nothing is said about them.</summary>
    public GrantList? Grants { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<SchemaPart> Children => CheckConstraints;

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Part("type", Type);
        writer.Flag("nullable", Nullable);
        writer.Expression("default", Default);
        writer.Text("collation", Collation);
        writer.Text("comment", Comment);
        writer.Part("grants", Grants);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) =>
        this with { Default = Default.Map(map), CheckConstraints = CheckConstraints.MapChildren(map) };

    /// <inheritdoc/>
    public TopLevelObject WithGrants(GrantList? grants) => this with { Grants = grants };

    internal static Domain Read(FacetReader reader) => new()
    {
        Name = reader.OwnName(),
        Type = reader.Part("type", ColumnType.Read) ?? throw new JsonFormatException("a domain has no type"),
        Nullable = reader.Flag("nullable"),
        Default = reader.Expression("default"),
        Collation = reader.Text("collation"),
        Comment = reader.Text("comment"),
        CheckConstraints = reader.Parts("checkConstraints", CheckConstraint.Read),
        Grants = reader.Part("grants", GrantList.Read),
        Uses = reader.QualifiedNames("uses"),
    };
}
