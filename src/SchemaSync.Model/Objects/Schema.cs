namespace SchemaSync.Model.Objects;

/// <summary>
/// A schema that all tenants of a database share (PostgreSQL); a tenant's own is no object, since each tenant calls it otherwise. What is
/// in it names it (<see cref="QualifiedName.Schema"/>). Of one that something is declared in and nothing is said about, neither comment nor
/// owner nor rights are compared: each is null. A comment that is an empty text says that there is none.
/// </summary>
public sealed record Schema : TopLevelObject, IGrantable
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Schema;

    /// <summary>The role that owns it, as its name is without quotes; null where nothing
    /// is said about it, which is then never compared.</summary>
    public string? Owner { get; init; }

    /// <inheritdoc/>
    public GrantList? Grants { get; init; }

    /// <inheritdoc/>
    public TopLevelObject WithGrants(GrantList? grants) => this with { Grants = grants };

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Text("comment", Comment);
        writer.Text("owner", Owner);
        writer.Part("grants", Grants);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this;

    internal static Schema Read(FacetReader reader) => new()
    {
        Name = reader.OwnName(),
        Comment = reader.Text("comment"),
        Owner = reader.Text("owner"),
        Grants = reader.Part("grants", GrantList.Read),
        Uses = reader.QualifiedNames("uses"),
    };
}
