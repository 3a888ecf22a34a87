namespace SchemaSync.Model.Objects;

/// <summary>What happens to referencing rows (SQL standard, referential actions).</summary>
public enum ReferentialAction
{
    /// <summary>Refused when rows still refer at the end of the statement or transaction.</summary>
    NoAction,
    /// <summary>Refused at once.</summary>
    Restrict,
    /// <summary>Referencing rows follow.</summary>
    Cascade,
    /// <summary>Referencing columns become NULL.</summary>
    SetNull,
    /// <summary>Referencing columns take their default.</summary>
    SetDefault,
}

/// <summary>When a constraint is checked.</summary>
public enum Deferrability
{
    /// <summary>At each statement.</summary>
    NotDeferrable,
    /// <summary>At each statement, until a transaction asks otherwise.</summary>
    InitiallyImmediate,
    /// <summary>At commit.</summary>
    InitiallyDeferred,
}

/// <summary>When a key that is partly NULL is accepted (SQL standard, match type).</summary>
public enum ForeignKeyMatch
{
    /// <summary>As soon as one column is NULL.</summary>
    Simple,
    /// <summary>Only when all columns are NULL.</summary>
    Full,
}

/// <summary>A foreign key, kept with the referencing table.</summary>
public sealed record ForeignKey : SchemaPart
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.ForeignKey;

    /// <inheritdoc/>
    public override string Key =>
        Name.IsEmpty
            ? $"{ListKey("", Columns).TrimStart()} references {ListKey(ReferencedTable.ToString(), ReferencedColumns)}"
            : Name.Value;

    /// <summary>The referencing columns.</summary>
    public EquatableArray<Identifier> Columns { get; init; }

    /// <summary>The table referred to.</summary>
    public required QualifiedName ReferencedTable { get; init; }

    /// <summary>The columns referred to, in the order of <see cref="Columns"/>.</summary>
    public EquatableArray<Identifier> ReferencedColumns { get; init; }

    /// <summary>On deletion of the referenced row.</summary>
    public ReferentialAction OnDelete { get; init; }

    /// <summary>On change of the referenced key.</summary>
    public ReferentialAction OnUpdate { get; init; }

    /// <summary>When it is checked.</summary>
    public Deferrability Deferrability { get; init; }

    /// <summary>What a key with NULLs in it means.</summary>
    public ForeignKeyMatch Match { get; init; }

    /// <summary>The columns that <see cref="OnDelete"/> sets, when it does not set all of them (PostgreSQL 15).</summary>
    public EquatableArray<Identifier> OnDeleteColumns { get; init; }

    /// <summary>Rows from before the constraint were not checked yet (PostgreSQL).</summary>
    public bool NotValid { get; init; }

    /// <summary>Recorded, but not checked.</summary>
    public bool NotEnforced { get; init; }

    /// <summary>The last column is a period that has to be covered (PostgreSQL 18: PERIOD).</summary>
    public bool Period { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Names("columns", Columns);
        writer.Text("referencedTable", ReferencedTable.ToString());
        writer.Names("referencedColumns", ReferencedColumns);
        writer.Enumeration("onDelete", OnDelete);
        writer.Enumeration("onUpdate", OnUpdate);
        writer.Enumeration("deferrability", Deferrability);
        writer.Enumeration("match", Match);
        writer.Names("onDeleteColumns", OnDeleteColumns);
        writer.Flag("notValid", NotValid);
        writer.Flag("notEnforced", NotEnforced);
        writer.Flag("period", Period);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this;

    internal static ForeignKey Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Columns = reader.Names("columns"),
        ReferencedTable = reader.RequiredQualifiedName("referencedTable"),
        ReferencedColumns = reader.Names("referencedColumns"),
        OnDelete = reader.Enumeration<ReferentialAction>("onDelete"),
        OnUpdate = reader.Enumeration<ReferentialAction>("onUpdate"),
        Deferrability = reader.Enumeration<Deferrability>("deferrability"),
        Match = reader.Enumeration<ForeignKeyMatch>("match"),
        OnDeleteColumns = reader.Names("onDeleteColumns"),
        NotValid = reader.Flag("notValid"),
        NotEnforced = reader.Flag("notEnforced"),
        Period = reader.Flag("period"),
        Comment = reader.Text("comment"),
    };
}
