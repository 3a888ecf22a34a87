namespace SchemaSync.Model;

/// <summary>An index that no constraint owns.</summary>
public sealed record Index : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => "index";

    /// <inheritdoc/>
    public override string PluralKind => "indexes";

    /// <summary>The key in its order.</summary>
    public EquatableArray<IndexPart> Columns { get; init; }

    /// <summary>Whether two rows may not share a key.</summary>
    public bool Unique { get; init; }

    /// <summary>The predicate of a partial index.</summary>
    public SqlExpression? Where { get; init; }

    /// <summary>Columns carried along without being part of the key.</summary>
    public EquatableArray<Identifier> Include { get; init; }

    /// <summary>The access method, when it is not the provider's default.</summary>
    public string? Method { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Parts("columns", Columns);
        writer.Flag("unique", Unique);
        writer.Expression("where", Where);
        writer.Names("include", Include);
        writer.Text("method", Method);
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ISchemaObjectVisitor<TResult> visitor) => visitor.Visit(this);

    internal static Index Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Columns = reader.Parts("columns", IndexPart.Read),
        Unique = reader.Flag("unique"),
        Where = reader.Expression("where"),
        Include = reader.Names("include"),
        Method = reader.Text("method"),
    };
}

/// <summary>One element of a key: a column or an expression.</summary>
public sealed record IndexPart : IFacets
{
    /// <summary>The column; empty when <see cref="Expression"/> is set.</summary>
    public Identifier Column { get; init; }

    /// <summary>The expression, for an index on one.</summary>
    public SqlExpression? Expression { get; init; }

    /// <summary>From the greatest to the least.</summary>
    public bool Descending { get; init; }

    /// <summary>The collation, when it is not the column's.</summary>
    public string? Collation { get; init; }

    /// <summary>The operator class (PostgreSQL), when it is not the type's default.</summary>
    public string? OperatorClass { get; init; }

    /// <summary>How many leading characters or bytes are indexed (MySQL, MariaDB).</summary>
    public int? PrefixLength { get; init; }

    /// <summary>A plain column.</summary>
    public static IndexPart Of(string column) => new() { Column = new(column) };

    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Text("column", Column.IsEmpty ? null : Column.Value);
        writer.Expression("expression", Expression);
        writer.Flag("descending", Descending);
        writer.Text("collation", Collation);
        writer.Text("operatorClass", OperatorClass);
        writer.Number("prefixLength", PrefixLength);
    }

    internal static IndexPart Read(FacetReader reader) => new()
    {
        Column = reader.Name("column"),
        Expression = reader.Expression("expression"),
        Descending = reader.Flag("descending"),
        Collation = reader.Text("collation"),
        OperatorClass = reader.Text("operatorClass"),
        PrefixLength = (int?)reader.Number("prefixLength"),
    };

    /// <summary>As people read it.</summary>
    public override string ToString() =>
        (Expression is null ? Column.Value : $"({Expression.Canonical})") + (Descending ? " DESC" : "");
}
