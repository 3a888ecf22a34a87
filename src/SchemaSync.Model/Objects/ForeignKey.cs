namespace SchemaSync.Model;

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

/// <summary>A foreign key, kept with the referencing table.</summary>
public sealed record ForeignKey : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => "foreign key";

    /// <inheritdoc/>
    public override string PluralKind => "foreignKeys";

    /// <inheritdoc/>
    public override string Key => Name.IsEmpty ? $"{ListKey("", Columns).TrimStart()} references {ListKey(ReferencedTable.Value, ReferencedColumns)}" : Name.Value;

    /// <summary>The referencing columns.</summary>
    public EquatableArray<Identifier> Columns { get; init; }

    /// <summary>The table referred to.</summary>
    public required Identifier ReferencedTable { get; init; }

    /// <summary>The columns referred to, in the order of <see cref="Columns"/>.</summary>
    public EquatableArray<Identifier> ReferencedColumns { get; init; }

    /// <summary>On deletion of the referenced row.</summary>
    public ReferentialAction OnDelete { get; init; }

    /// <summary>On change of the referenced key.</summary>
    public ReferentialAction OnUpdate { get; init; }

    /// <summary>When it is checked.</summary>
    public Deferrability Deferrability { get; init; }

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Names("columns", Columns);
        writer.Text("referencedTable", ReferencedTable.Value);
        writer.Names("referencedColumns", ReferencedColumns);
        writer.Enumeration("onDelete", OnDelete);
        writer.Enumeration("onUpdate", OnUpdate);
        writer.Enumeration("deferrability", Deferrability);
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ISchemaObjectVisitor<TResult> visitor) => visitor.Visit(this);

    internal static ForeignKey Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Columns = reader.Names("columns"),
        ReferencedTable = new(reader.RequiredText("referencedTable")),
        ReferencedColumns = reader.Names("referencedColumns"),
        OnDelete = reader.Enumeration<ReferentialAction>("onDelete"),
        OnUpdate = reader.Enumeration<ReferentialAction>("onUpdate"),
        Deferrability = reader.Enumeration<Deferrability>("deferrability"),
    };
}
