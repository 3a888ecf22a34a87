namespace SchemaSync.Model.Objects;

/// <summary>A view whose rows are kept (PostgreSQL).</summary>
public sealed record MaterializedView : TopLevelObject, IGrantable
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.MaterializedView;

    /// <summary>Column names given in the view's head; empty where the query names them.</summary>
    public EquatableArray<Identifier> Columns { get; init; }

    /// <summary>The query.</summary>
    public required SqlExpression Definition { get; init; }

    /// <summary>Storage parameters and other options of the provider, ordered by name.</summary>
    public EquatableArray<TableOption> Options { get; init; }

    /// <summary>Its indexes.</summary>
    public EquatableArray<Index> Indexes { get; init; }

    /// <summary>Rights of roles (PostgreSQL); null where nothing is said about them.</summary>
    public GrantList? Grants { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<SchemaPart> Children => Indexes;

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Names("columns", Columns);
        writer.Expression("definition", Definition);
        writer.Parts("options", Options);
        writer.Text("comment", Comment);
        writer.Part("grants", Grants);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) =>
        this with { Definition = map(Definition), Indexes = Indexes.MapChildren(map) };

    /// <inheritdoc/>
    public TopLevelObject WithGrants(GrantList? grants) => this with { Grants = grants };

    internal static MaterializedView Read(FacetReader reader) => new()
    {
        Name = reader.OwnName(),
        Columns = reader.Names("columns"),
        Definition = reader.Expression("definition") ?? throw new JsonFormatException("a materialized view has no definition"),
        Options = reader.Parts("options", TableOption.Read),
        Comment = reader.Text("comment"),
        Indexes = reader.Parts("indexes", Index.Read),
        Grants = reader.Part("grants", GrantList.Read),
        Uses = reader.QualifiedNames("uses"),
    };
}
