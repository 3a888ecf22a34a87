namespace SchemaSync.Model.Objects;

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

    /// <summary>Parameters of the operator class (PostgreSQL), ordered by name.</summary>
    public EquatableArray<TableOption> OperatorClassParameters { get; init; }

    /// <summary>Whether NULLs come first (PostgreSQL); null is the default of the direction.</summary>
    public bool? NullsFirst { get; init; }

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
        writer.Parts("operatorClassParameters", OperatorClassParameters);
        writer.Text("nulls", NullsFirst switch { null => null, true => "first", false => "last" });
    }

    internal IndexPart MapExpressions(Func<SqlExpression, SqlExpression> map) => this with { Expression = Expression.Map(map) };

    internal static IndexPart Read(FacetReader reader) => new()
    {
        Column = reader.Name("column"),
        Expression = reader.Expression("expression"),
        Descending = reader.Flag("descending"),
        Collation = reader.Text("collation"),
        OperatorClass = reader.Text("operatorClass"),
        PrefixLength = (int?)reader.Number("prefixLength"),
        OperatorClassParameters = reader.Parts("operatorClassParameters", TableOption.Read),
        NullsFirst = reader.Text("nulls") switch
        {
            null => null,
            "first" => true,
            "last" => false,
            var other => throw new JsonFormatException($"member 'nulls' has the unknown value '{other}'"),
        },
    };

    /// <summary>As people read it.</summary>
    public override string ToString() =>
        (Expression is null ? Column.Value : $"({Expression.Canonical})") + (Descending ? " DESC" : "");
}
