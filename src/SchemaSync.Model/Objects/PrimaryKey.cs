namespace SchemaSync.Model.Objects;

/// <summary>The primary key of a table.</summary>
public sealed record PrimaryKey : SchemaPart
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.PrimaryKey;

    /// <inheritdoc/>
    public override string Key => Name.IsEmpty ? "primary key" : Name.Value;

    /// <summary>The key columns in key order.</summary>
    public EquatableArray<IndexPart> Columns { get; init; }

    /// <summary>Columns carried along without being part of the key (PostgreSQL).</summary>
    public EquatableArray<Identifier> Include { get; init; }

    /// <summary>When it is checked.</summary>
    public Deferrability Deferrability { get; init; }

    /// <summary>The last column is a period, and the periods of one key may not overlap (PostgreSQL 18, MariaDB).</summary>
    public bool WithoutOverlaps { get; init; }

    /// <summary>Storage parameters of its index, ordered by name.</summary>
    public EquatableArray<TableOption> Options { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Parts("columns", Columns);
        writer.Names("include", Include);
        writer.Enumeration("deferrability", Deferrability);
        writer.Flag("withoutOverlaps", WithoutOverlaps);
        writer.Parts("options", Options);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) =>
        this with { Columns = Columns.Map(p => p.MapExpressions(map)) };

    internal static PrimaryKey Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Columns = reader.Parts("columns", IndexPart.Read),
        Include = reader.Names("include"),
        Deferrability = reader.Enumeration<Deferrability>("deferrability"),
        WithoutOverlaps = reader.Flag("withoutOverlaps"),
        Options = reader.Parts("options", TableOption.Read),
        Comment = reader.Text("comment"),
    };
}
