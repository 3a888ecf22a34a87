namespace SchemaSync.Model.Objects;

/// <summary>A constraint that no two rows may satisfy certain operators together (PostgreSQL).</summary>
public sealed record ExclusionConstraint : SchemaPart
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.ExclusionConstraint;

    /// <inheritdoc/>
    public override string Key => Name.IsEmpty ? Definition.Canonical : Name.Value;

    /// <summary>What stands after EXCLUDE, such as <c>USING gist (room WITH =, during WITH
    /// &amp;&amp;)</c>, without the part about deferring.</summary>
    public required SqlExpression Definition { get; init; }

    /// <summary>When it is checked.</summary>
    public Deferrability Deferrability { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Expression("definition", Definition);
        writer.Enumeration("deferrability", Deferrability);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this with { Definition = map(Definition) };

    internal static ExclusionConstraint Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Definition = reader.Expression("definition") ?? throw new JsonFormatException("an exclusion constraint has no definition"),
        Deferrability = reader.Enumeration<Deferrability>("deferrability"),
        Comment = reader.Text("comment"),
    };
}
