namespace SchemaSync.Model.Objects;

/// <summary>A table with everything that lives and dies with it.</summary>
public sealed record Table : TopLevelObject, IGrantable
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Table;

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

    /// <summary>Constraints that forbid two rows to overlap (PostgreSQL).</summary>
    public EquatableArray<ExclusionConstraint> ExclusionConstraints { get; init; }

    /// <summary>Row-level security policies (PostgreSQL).</summary>
    public EquatableArray<Policy> Policies { get; init; }

    /// <summary>Options of the provider, such as <c>STRICT</c> or <c>ROW LEVEL SECURITY</c>, ordered by name.</summary>
    public EquatableArray<TableOption> Options { get; init; }

    /// <summary>How rows are spread over partitions, such as <c>RANGE (created_at)</c>.</summary>
    public SqlExpression? PartitionBy { get; init; }

    /// <summary>Partitions that are parts of the table (MySQL, MariaDB), in their order.</summary>
    public EquatableArray<Partition> Partitions { get; init; }

    /// <summary>The table of which this one is a partition (PostgreSQL); else empty.</summary>
    public QualifiedName PartitionOf { get; init; }

    /// <summary>Which rows the partition takes (PostgreSQL), such as <c>FOR VALUES IN (1)</c> or <c>DEFAULT</c>.</summary>
    public SqlExpression? Bound { get; init; }

    /// <summary>Rights of roles (PostgreSQL); null where nothing is said about them.</summary>
    public GrantList? Grants { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<SchemaPart> Children
    {
        get
        {
            var all = new SchemaPart[Columns.Count + (PrimaryKey is null ? 0 : 1) + UniqueConstraints.Count + CheckConstraints.Count
                + ForeignKeys.Count + Indexes.Count + ExclusionConstraints.Count + Policies.Count];
            var at = 0;
            foreach (var part in Columns) all[at++] = part;
            if (PrimaryKey is not null) all[at++] = PrimaryKey;
            foreach (var part in UniqueConstraints) all[at++] = part;
            foreach (var part in CheckConstraints) all[at++] = part;
            foreach (var part in ForeignKeys) all[at++] = part;
            foreach (var part in Indexes) all[at++] = part;
            foreach (var part in ExclusionConstraints) all[at++] = part;
            foreach (var part in Policies) all[at++] = part;
            return all;
        }
    }

    /// <summary>The column of that name in exactly that case, or null.</summary>
    public Column? Column(Identifier name) => Columns.FirstOrDefault(c => c.Name == name);

    /// <summary>Whether an option is set to exactly that value.</summary>
    public bool HasOption(string name, string value = "") => Options.Any(o => o.Name == name && o.Value == value);

    /// <inheritdoc/>
    public override void WriteFacets(FacetWriter writer)
    {
        writer.Parts("options", Options);
        writer.Text("comment", Comment);
        writer.Expression("partitionBy", PartitionBy);
        writer.Parts("partitions", Partitions);
        writer.Name("partitionOf", PartitionOf);
        writer.Expression("bound", Bound);
        writer.Part("grants", Grants);
    }

    /// <inheritdoc/>
    public override SchemaObject MapExpressions(Func<SqlExpression, SqlExpression> map) => this with
    {
        Columns = Columns.MapChildren(map),
        PrimaryKey = (PrimaryKey?)PrimaryKey?.MapExpressions(map),
        UniqueConstraints = UniqueConstraints.MapChildren(map),
        CheckConstraints = CheckConstraints.MapChildren(map),
        ForeignKeys = ForeignKeys.MapChildren(map),
        Indexes = Indexes.MapChildren(map),
        ExclusionConstraints = ExclusionConstraints.MapChildren(map),
        Policies = Policies.MapChildren(map),
        PartitionBy = PartitionBy.Map(map),
        Partitions = Partitions.Map(p => p with { Values = p.Values.Map(map) }),
        Bound = Bound.Map(map),
    };

    /// <inheritdoc/>
    public TopLevelObject WithGrants(GrantList? grants) => this with { Grants = grants };

    internal static Table Read(FacetReader reader) => new()
    {
        Name = reader.OwnName(),
        Options = reader.Parts("options", TableOption.Read),
        Comment = reader.Text("comment"),
        Columns = reader.Parts("columns", Objects.Column.Read),
        PrimaryKey = reader.Parts("primaryKeys", Objects.PrimaryKey.Read).FirstOrDefault(),
        UniqueConstraints = reader.Parts("uniqueConstraints", UniqueConstraint.Read),
        CheckConstraints = reader.Parts("checkConstraints", CheckConstraint.Read),
        ForeignKeys = reader.Parts("foreignKeys", ForeignKey.Read),
        Indexes = reader.Parts("indexes", Index.Read),
        ExclusionConstraints = reader.Parts("exclusionConstraints", ExclusionConstraint.Read),
        Policies = reader.Parts("policies", Policy.Read),
        PartitionBy = reader.Expression("partitionBy"),
        Partitions = reader.Parts("partitions", Partition.Read),
        PartitionOf = reader.QualifiedName("partitionOf"),
        Bound = reader.Expression("bound"),
        Grants = reader.Part("grants", GrantList.Read),
        Uses = reader.QualifiedNames("uses"),
    };
}
