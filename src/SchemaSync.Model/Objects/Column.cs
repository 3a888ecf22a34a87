namespace SchemaSync.Model.Objects;

/// <summary>A column of a table.</summary>
public sealed record Column : SchemaPart
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Column;

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

    /// <summary>What an update of the row sets the column to when it does not name it (MySQL, MariaDB).</summary>
    public SqlExpression? OnUpdate { get; init; }

    /// <summary>Left out by <c>SELECT *</c> (MySQL, MariaDB).</summary>
    public bool Invisible { get; init; }

    /// <summary>The spatial reference system of a geometry (MySQL, MariaDB).</summary>
    public int? Srid { get; init; }

    /// <summary>How large values are kept, when it is not the type's default (PostgreSQL: PLAIN, MAIN, EXTERNAL, EXTENDED).</summary>
    public string? Storage { get; init; }

    /// <summary>How large values are compressed, when it is not the default (PostgreSQL).</summary>
    public string? Compression { get; init; }

    /// <summary>NOT NULL holds for new rows, the others were not checked yet (PostgreSQL 18).</summary>
    public bool NotNullNotValid { get; init; }

    /// <summary>NOT NULL is the table's own and no child's (PostgreSQL 18).</summary>
    public bool NotNullNoInherit { get; init; }

    /// <summary>Options of the provider, such as a statistics target, ordered by name.</summary>
    public EquatableArray<TableOption> Options { get; init; }

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
        writer.Expression("onUpdate", OnUpdate);
        writer.Flag("invisible", Invisible);
        writer.Number("srid", Srid);
        writer.Text("storage", Storage);
        writer.Text("compression", Compression);
        writer.Flag("notNullNotValid", NotNullNotValid);
        writer.Flag("notNullNoInherit", NotNullNoInherit);
        writer.Parts("options", Options);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this with
    {
        Default = Default.Map(map),
        Computed = Computed is null ? null : Computed with { Expression = map(Computed.Expression) },
        OnUpdate = OnUpdate.Map(map),
    };

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
        OnUpdate = reader.Expression("onUpdate"),
        Invisible = reader.Flag("invisible"),
        Srid = (int?)reader.Number("srid"),
        Storage = reader.Text("storage"),
        Compression = reader.Text("compression"),
        NotNullNotValid = reader.Flag("notNullNotValid"),
        NotNullNoInherit = reader.Flag("notNullNoInherit"),
        Options = reader.Parts("options", TableOption.Read),
    };
}

/// <summary>Numbering by the database (identity, auto-increment).</summary>
/// <param name="Start">The first number; null is the provider's own.</param>
/// <param name="Increment">The distance between numbers; null is the provider's own.</param>
public sealed record Identity(long? Start = null, long? Increment = null) : IFacets
{
    /// <summary>A value of the statement's own is refused (GENERATED ALWAYS).</summary>
    public bool Always { get; init; }

    /// <summary>The least number; null is the provider's own.</summary>
    public long? Min { get; init; }

    /// <summary>The greatest number; null is the provider's own.</summary>
    public long? Max { get; init; }

    /// <summary>How many numbers a session takes at once; null is the provider's own.</summary>
    public long? Cache { get; init; }

    /// <summary>Begins again after the last number.</summary>
    public bool Cycle { get; init; }

    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Flag("generated", true);
        writer.Number("start", Start);
        writer.Number("increment", Increment);
        writer.Flag("always", Always);
        writer.Number("min", Min);
        writer.Number("max", Max);
        writer.Number("cache", Cache);
        writer.Flag("cycle", Cycle);
    }

    internal static Identity Read(FacetReader reader)
    {
        reader.Flag("generated");
        return new(reader.Number("start"), reader.Number("increment"))
        {
            Always = reader.Flag("always"),
            Min = reader.Number("min"),
            Max = reader.Number("max"),
            Cache = reader.Number("cache"),
            Cycle = reader.Flag("cycle"),
        };
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
