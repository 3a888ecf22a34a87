namespace SchemaSync.Model.Objects;

/// <summary>A unique constraint.</summary>
public sealed record UniqueConstraint : SchemaPart
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.UniqueConstraint;

    /// <inheritdoc/>
    public override string Key => Name.IsEmpty ? $"({string.Join(", ", Columns.Select(c => c.ToString()))})" : Name.Value;

    /// <summary>The columns in key order.</summary>
    public EquatableArray<IndexPart> Columns { get; init; }

    /// <summary>Columns carried along without being part of the key (PostgreSQL).</summary>
    public EquatableArray<Identifier> Include { get; init; }

    /// <summary>NULL counts as equal to NULL (PostgreSQL 15).</summary>
    public bool NullsNotDistinct { get; init; }

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
        writer.Flag("nullsNotDistinct", NullsNotDistinct);
        writer.Enumeration("deferrability", Deferrability);
        writer.Flag("withoutOverlaps", WithoutOverlaps);
        writer.Parts("options", Options);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) =>
        this with { Columns = Columns.Map(p => p.MapExpressions(map)) };

    internal static UniqueConstraint Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Columns = reader.Parts("columns", IndexPart.Read),
        Include = reader.Names("include"),
        NullsNotDistinct = reader.Flag("nullsNotDistinct"),
        Deferrability = reader.Enumeration<Deferrability>("deferrability"),
        WithoutOverlaps = reader.Flag("withoutOverlaps"),
        Options = reader.Parts("options", TableOption.Read),
        Comment = reader.Text("comment"),
    };
}
