namespace SchemaSync.Model;

/// <summary>A column of a table.</summary>
public sealed record Column : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => "column";

    /// <inheritdoc/>
    public override string PluralKind => "columns";

    /// <summary>What it holds.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>Whether it admits NULL.</summary>
    public bool Nullable { get; init; }

    /// <summary>The value of rows that do not name the column.</summary>
    public SqlExpression? Default { get; init; }

    /// <summary>Numbering by the database.</summary>
    public Identity? Identity { get; init; }

    /// <summary>The expression the database computes the column from.</summary>
    public Computed? Computed { get; init; }

    /// <summary>The collation, when it is not the default of table or database.</summary>
    public string? Collation { get; init; }

    /// <summary>The character set, where the provider has one per column.</summary>
    public string? CharSet { get; init; }

    /// <summary>The comment stored with the column, where the provider has comments.</summary>
    public string? Comment { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Part("type", Type);
        writer.Flag("nullable", Nullable);
        writer.Expression("default", Default);
        writer.Part("identity", Identity);
        writer.Part("computed", Computed);
        writer.Text("collation", Collation);
        writer.Text("charSet", CharSet);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ISchemaObjectVisitor<TResult> visitor) => visitor.Visit(this);

    internal static Column Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Type = reader.Part("type", ColumnType.Read) ?? throw new JsonFormatException("a column has no type"),
        Nullable = reader.Flag("nullable"),
        Default = reader.Expression("default"),
        Identity = reader.Part("identity", Identity.Read),
        Computed = reader.Part("computed", Computed.Read),
        Collation = reader.Text("collation"),
        CharSet = reader.Text("charSet"),
        Comment = reader.Text("comment"),
    };
}

/// <summary>Numbering by the database (identity, auto-increment).</summary>
/// <param name="Start">The first number; null is the provider's own.</param>
/// <param name="Increment">The distance between numbers; null is the provider's own.</param>
public sealed record Identity(long? Start = null, long? Increment = null) : IFacets
{
    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Flag("generated", true);
        writer.Number("start", Start);
        writer.Number("increment", Increment);
    }

    internal static Identity Read(FacetReader reader)
    {
        reader.Flag("generated");
        return new(reader.Number("start"), reader.Number("increment"));
    }
}

/// <summary>A column the database computes.</summary>
/// <param name="Expression">What it computes.</param>
/// <param name="Stored">Kept with the row, or computed on reading.</param>
public sealed record Computed(SqlExpression Expression, bool Stored) : IFacets
{
    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Expression("expression", Expression);
        writer.Flag("stored", Stored);
    }

    internal static Computed Read(FacetReader reader) => new(
        reader.Expression("expression") ?? throw new JsonFormatException("a computed column has no expression"),
        reader.Flag("stored"));
}
