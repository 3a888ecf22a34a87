namespace SchemaSync.Model.Objects;

/// <summary>An index that no constraint owns.</summary>
public sealed record Index : SchemaPart
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Index;

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

    /// <summary>NULL counts as equal to NULL (PostgreSQL 15).</summary>
    public bool NullsNotDistinct { get; init; }

    /// <summary>Kept up to date, but not used by queries (MySQL: INVISIBLE, MariaDB: IGNORED).</summary>
    public bool Invisible { get; init; }

    /// <summary>The parser of a full-text index, when it is not the built-in one (MySQL, MariaDB).</summary>
    public string? Parser { get; init; }

    /// <summary>Left behind unfinished by the server (PostgreSQL: a concurrent build that failed); it has to be built again.</summary>
    public bool Invalid { get; init; }

    /// <summary>Storage parameters, ordered by name.</summary>
    public EquatableArray<TableOption> Options { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Parts("columns", Columns);
        writer.Flag("unique", Unique);
        writer.Expression("where", Where);
        writer.Names("include", Include);
        writer.Text("method", Method);
        writer.Flag("nullsNotDistinct", NullsNotDistinct);
        writer.Flag("invisible", Invisible);
        writer.Text("parser", Parser);
        writer.Flag("invalid", Invalid);
        writer.Parts("options", Options);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) =>
        this with { Columns = Columns.Map(p => p.MapExpressions(map)), Where = Where.Map(map) };

    internal static Index Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Columns = reader.Parts("columns", IndexPart.Read),
        Unique = reader.Flag("unique"),
        Where = reader.Expression("where"),
        Include = reader.Names("include"),
        Method = reader.Text("method"),
        NullsNotDistinct = reader.Flag("nullsNotDistinct"),
        Invisible = reader.Flag("invisible"),
        Parser = reader.Text("parser"),
        Invalid = reader.Flag("invalid"),
        Options = reader.Parts("options", TableOption.Read),
        Comment = reader.Text("comment"),
    };
}
