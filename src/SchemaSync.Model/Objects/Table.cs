namespace SchemaSync.Model;

/// <summary>A table with everything that lives and dies with it.</summary>
public sealed record Table : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => "table";

    /// <inheritdoc/>
    public override string PluralKind => "tables";

    /// <summary>The columns in their order. A different order alone is no difference.</summary>
    public EquatableArray<Column> Columns { get; init; }

    /// <summary>The primary key, if any.</summary>
    public PrimaryKey? PrimaryKey { get; init; }

    /// <summary>Unique constraints; unique indexes are under <see cref="Indexes"/>.</summary>
    public EquatableArray<UniqueConstraint> UniqueConstraints { get; init; }

    /// <summary>Check constraints, whether written at a column or at the table.</summary>
    public EquatableArray<CheckConstraint> CheckConstraints { get; init; }

    /// <summary>Foreign keys of which this table is the referencing side.</summary>
    public EquatableArray<ForeignKey> ForeignKeys { get; init; }

    /// <summary>Indexes that no constraint owns.</summary>
    public EquatableArray<Index> Indexes { get; init; }

    /// <summary>Options of the provider, such as <c>STRICT</c>, ordered by name.</summary>
    public EquatableArray<TableOption> Options { get; init; }

    /// <summary>The comment stored with the table, where the provider has comments.</summary>
    public string? Comment { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<SchemaObject> Children =>
    [
        .. Columns, .. PrimaryKey is null ? (IEnumerable<SchemaObject>)[] : [PrimaryKey],
        .. UniqueConstraints, .. CheckConstraints, .. ForeignKeys, .. Indexes,
    ];

    /// <inheritdoc/>
    public override IEnumerable<Identifier> DependsOn =>
        ForeignKeys.Select(f => f.ReferencedTable).Where(t => t != Name);

    /// <summary>The column of that name in exactly that case, or null.</summary>
    public Column? Column(Identifier name) => Columns.FirstOrDefault(c => c.Name == name);

    /// <summary>Whether an option is set to exactly that value.</summary>
    public bool HasOption(string name, string value = "") => Options.Any(o => o.Name == name && o.Value == value);

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Parts("options", Options);
        writer.Text("comment", Comment);
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ISchemaObjectVisitor<TResult> visitor) => visitor.Visit(this);

    internal static Table Read(FacetReader reader) => new()
    {
        Name = reader.Name(),
        Options = reader.Parts("options", TableOption.Read),
        Comment = reader.Text("comment"),
        Columns = reader.Parts("columns", Model.Column.Read),
        PrimaryKey = reader.Parts("primaryKeys", Model.PrimaryKey.Read).FirstOrDefault(),
        UniqueConstraints = reader.Parts("uniqueConstraints", UniqueConstraint.Read),
        CheckConstraints = reader.Parts("checkConstraints", CheckConstraint.Read),
        ForeignKeys = reader.Parts("foreignKeys", ForeignKey.Read),
        Indexes = reader.Parts("indexes", Index.Read),
    };
}

/// <summary>One table option in the provider's own words.</summary>
/// <param name="Name">Such as <c>STRICT</c> or <c>ENGINE</c>.</param>
/// <param name="Value">Empty for options that are only there or not.</param>
public sealed record TableOption(string Name, string Value = "") : IFacets
{
    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Text("name", Name);
        writer.Text("value", Value.Length == 0 ? null : Value);
    }

    internal static TableOption Read(FacetReader reader) => new(reader.RequiredText("name"), reader.Text("value") ?? "");
}
