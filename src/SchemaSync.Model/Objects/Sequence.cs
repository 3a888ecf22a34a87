namespace SchemaSync.Model.Objects;

/// <summary>A generator of numbers (PostgreSQL, MariaDB).</summary>
public sealed record Sequence : TopLevelObject, IGrantable
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Sequence;

    /// <summary>The type of its numbers; null is the provider's own.</summary>
    public ColumnType? Type { get; init; }

    /// <summary>The first number; null is the provider's own.</summary>
    public long? Start { get; init; }

    /// <summary>The distance between numbers; null is the provider's own.</summary>
    public long? Increment { get; init; }

    /// <summary>The least number; null is the provider's own.</summary>
    public long? Min { get; init; }

    /// <summary>The greatest number; null is the provider's own.</summary>
    public long? Max { get; init; }

    /// <summary>How many numbers a session takes at once; null is the provider's own.</summary>
    public long? Cache { get; init; }

    /// <summary>Begins again after the last number.</summary>
    public bool Cycle { get; init; }

    /// <summary>The column with which it is dropped (PostgreSQL).</summary>
    public ColumnReference? OwnedBy { get; init; }

    /// <summary>Options of the provider, such as <c>UNLOGGED</c>, ordered by name.</summary>
    public EquatableArray<TableOption> Options { get; init; }

    /// <summary>Rights of roles (PostgreSQL); null where nothing is said about them.</summary>
    public GrantList? Grants { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Part("type", Type);
        writer.Number("start", Start);
        writer.Number("increment", Increment);
        writer.Number("min", Min);
        writer.Number("max", Max);
        writer.Number("cache", Cache);
        writer.Flag("cycle", Cycle);
        writer.Part("ownedBy", OwnedBy);
        writer.Parts("options", Options);
        writer.Text("comment", Comment);
        writer.Part("grants", Grants);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this;

    /// <inheritdoc/>
    public TopLevelObject WithGrants(GrantList? grants) => this with { Grants = grants };

    internal static Sequence Read(FacetReader reader) => new()
    {
        Name = reader.OwnName(),
        Type = reader.Part("type", ColumnType.Read),
        Start = reader.Number("start"),
        Increment = reader.Number("increment"),
        Min = reader.Number("min"),
        Max = reader.Number("max"),
        Cache = reader.Number("cache"),
        Cycle = reader.Flag("cycle"),
        OwnedBy = reader.Part("ownedBy", ColumnReference.Read),
        Options = reader.Parts("options", TableOption.Read),
        Comment = reader.Text("comment"),
        Grants = reader.Part("grants", GrantList.Read),
        Uses = reader.QualifiedNames("uses"),
    };
}

/// <summary>A column of a table, named from outside the table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
public sealed record ColumnReference(QualifiedName Table, Identifier Column) : IFacets
{
    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Name("table", Table);
        writer.Name("column", Column);
    }

    internal static ColumnReference Read(FacetReader reader) => new(reader.QualifiedName("table"), reader.Name("column"));

    /// <summary>As people read it.</summary>
    public override string ToString() => $"{Table}.{Column}";
}
