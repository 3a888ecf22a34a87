namespace SchemaSync.Model.Objects;

/// <summary>A view.</summary>
public sealed record View : TopLevelObject, IGrantable
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.View;

    /// <summary>Column names given in the view's head; empty where the query names them.</summary>
    public EquatableArray<Identifier> Columns { get; init; }

    /// <summary>The query.</summary>
    public required SqlExpression Definition { get; init; }

    /// <summary>Options of the provider, such as <c>security_invoker</c> or <c>ALGORITHM</c>, ordered by name.</summary>
    public EquatableArray<TableOption> Options { get; init; }

    /// <summary>Rights of roles (PostgreSQL); null where nothing is said about them.</summary>
    public GrantList? Grants { get; init; }

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
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this with { Definition = map(Definition) };

    /// <inheritdoc/>
    public TopLevelObject WithGrants(GrantList? grants) => this with { Grants = grants };

    internal static View Read(FacetReader reader) => new()
    {
        Name = reader.OwnName(),
        Columns = reader.Names("columns"),
        Definition = reader.Expression("definition") ?? throw new JsonFormatException("a view has no definition"),
        Options = reader.Parts("options", TableOption.Read),
        Comment = reader.Text("comment"),
        Grants = reader.Part("grants", GrantList.Read),
        Uses = reader.QualifiedNames("uses"),
    };
}
