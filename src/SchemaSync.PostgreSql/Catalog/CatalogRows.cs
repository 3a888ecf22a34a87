namespace SchemaSync.PostgreSql.Catalog;

/// <summary>Everything the catalogue says about the managed schemas, as it was read: one round trip, then lookups.</summary>
internal sealed class CatalogRows(IReadOnlyList<ManagedSchema> schemas, PostgreSqlCapabilities server)
{
    private readonly HashSet<(uint, uint)> _members = [];
    private readonly List<ColumnRow> _columns = [];
    private readonly List<ConstraintRow> _constraints = [];
    private readonly List<IndexRow> _indexes = [];
    private readonly List<TriggerRow> _triggers = [];
    private readonly List<PolicyRow> _policies = [];
    private readonly List<DomainCheckRow> _domainChecks = [];
    private readonly List<AttributeRow> _attributes = [];
    private readonly List<DependencyRow> _dependencies = [];
    private readonly List<OpaqueRow> _opaque = [];
    private readonly HashSet<string> _catalogues = [];

    private readonly Dictionary<uint, Identifier> _schemas = schemas.Skip(1).ToDictionary(s => s.Oid, s => new Identifier(s.Name));

    /// <summary>The oid of the tenant's own schema.</summary>
    public uint Schema => schemas[0].Oid;

    /// <summary>The shared schemas.</summary>
    public IEnumerable<ManagedSchema> Shared => schemas.Skip(1);

    /// <summary>Whether a schema is one of those that are read.</summary>
    public bool Reads(uint schema) => schema == Schema || _schemas.ContainsKey(schema);

    /// <summary>The name of a relation.</summary>
    public QualifiedName NameOf(RelationRow row) => Named(row.Schema, row.Name);

    /// <summary>The name of a type.</summary>
    public QualifiedName NameOf(TypeRow row) => Named(row.Schema, row.Name);

    /// <summary>The name of a routine.</summary>
    public QualifiedName NameOf(RoutineRow row) => Named(row.Schema, row.Name);

    /// <summary>A name in a schema that is read: without it in the tenant's own, which each tenant calls otherwise.</summary>
    public QualifiedName Named(uint schema, string name) => new(_schemas.GetValueOrDefault(schema), new(name));

    /// <summary>Relations by oid; those of extensions are not among them.</summary>
    public Dictionary<uint, RelationRow> Relations { get; } = [];

    /// <summary>Types by oid.</summary>
    public Dictionary<uint, TypeRow> Types { get; } = [];

    /// <summary>Routines by oid.</summary>
    public Dictionary<uint, RoutineRow> Routines { get; } = [];

    /// <summary>Relations that extensions brought.</summary>
    public List<RelationRow> RelationsOfExtensions { get; } = [];

    /// <summary>Types that extensions brought.</summary>
    public List<TypeRow> TypesOfExtensions { get; } = [];

    /// <summary>Routines that extensions brought.</summary>
    public List<RoutineRow> RoutinesOfExtensions { get; } = [];

    /// <summary>Sequences by oid.</summary>
    public Dictionary<uint, SequenceRow> Sequences { get; } = [];

    /// <summary>Operator classes by oid.</summary>
    public Dictionary<uint, OperatorClassRow> Classes { get; } = [];

    /// <summary>Collations of indexes by oid.</summary>
    public Dictionary<uint, string> Collations { get; } = [];

    /// <summary>Extensions of the database.</summary>
    public List<ExtensionRow> Extensions { get; } = [];

    /// <summary>Columns by relation.</summary>
    public RowGroups<ColumnRow> Columns { get; private set; } = new([], r => r.Relation);

    /// <summary>Constraints by table.</summary>
    public RowGroups<ConstraintRow> Constraints { get; private set; } = new([], r => r.Relation);

    /// <summary>Indexes by table or materialized view.</summary>
    public RowGroups<IndexRow> Indexes { get; private set; } = new([], r => r.Relation);

    /// <summary>Policies by table.</summary>
    public RowGroups<PolicyRow> Policies { get; private set; } = new([], r => r.Relation);

    /// <summary>Checks by domain.</summary>
    public RowGroups<DomainCheckRow> DomainChecks { get; private set; } = new([], r => r.Type);

    /// <summary>Attributes by the relation of their composite type.</summary>
    public RowGroups<AttributeRow> Attributes { get; private set; } = new([], r => r.Relation);

    /// <summary>What the definition of an object names, by class and oid of the object.</summary>
    public ILookup<(uint Class, uint Object), DependencyRow> Dependencies { get; private set; } = Enumerable
        .Empty<DependencyRow>().ToLookup(c => (c.Class, c.Object));

    /// <summary>Triggers.</summary>
    public IEnumerable<TriggerRow> Triggers => _triggers.Where(t => Relations.ContainsKey(t.Relation));

    /// <summary>What the server says of relations, types and routines that are beyond the model.</summary>
    public Dictionary<(uint Class, uint Oid), string> Printouts { get; } = [];

    /// <summary>Objects of kinds we have no word for.</summary>
    public IEnumerable<OpaqueRow> Opaque => _opaque.Where(o => !_members.Contains((o.Class, o.Oid)));

    /// <summary>Columns of a relation by number.</summary>
    public NumberedColumns ColumnsOf(uint relation) => new(Columns[relation]);

    /// <summary>Reads everything.</summary>
    /// <param name="reader">Asks the server.</param>
    /// <param name="prepares">Whether the connection keeps the queries.</param>
    /// <param name="bodies">On scratch, what puts bodies where they belong.</param>
    /// <param name="withTables">Is done when all that a table is made of is there, while the server works on the rest.</param>
    /// <param name="isEmpty">Whether it is known that the schemas are: then only what the whole database has is asked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ReadAsync(CatalogReader reader, bool prepares, ScratchRoutines? bodies, Action withTables, bool isEmpty,
        CancellationToken cancellationToken)
    {
        await reader.RunAsync(isEmpty ? [Installed with { Then = (Action)Group + withTables }] : Queries(withTables), prepares,
            cancellationToken).ConfigureAwait(false);
        if (Definitions().ToList() is { Count: > 0 } definitions) await reader.RunAsync(definitions, prepares, cancellationToken)
            .ConfigureAwait(false);
        DomainChecks = new(_domainChecks, r => r.Type);
        Attributes = new(_attributes, r => r.Relation);
        var merged = bodies?.Merge(Routines) ?? [];
        Dependencies = _dependencies.ToLookup(d =>
            (d.Class, d.Class == CatalogClass.Routine ? merged.GetValueOrDefault(d.Object, d.Object) : d.Object));
    }

    private void Group()
    {
        Columns = new RowGroups<ColumnRow>(_columns, r => r.Relation).Sorted((a, b) => a.Number.CompareTo(b.Number));
        Constraints = new(_constraints, r => r.Relation);
        Indexes = new(_indexes, r => r.Relation);
        Policies = new(_policies, r => r.Relation);
    }

    /// <summary>The queries alone, for those who measure what they cost.</summary>
    internal static IEnumerable<string> Texts(PostgreSqlCapabilities server) =>
        [.. new CatalogRows([new("", 0)], server).Queries(() => { }).Select(q => q.Sql),
            .. OpaqueRow.Catalogues.Select(c => OpaqueRow.Sql(c, server)), DefinitionText.Routines, DefinitionText.ForeignTables,
            DefinitionText.Types(server)];

    // Members first: what an extension brought is left out of everything that follows.
    private List<CatalogQuery> Queries(Action withTables) =>
    [
        new(MemberRow.Sql, row => { var m = MemberRow.Read(row); _members.Add((m.Class, m.Object)); }),
        new(RelationRow.Sql(server),
            row => Keep(RelationRow.Read(row), r => r.Oid, CatalogClass.Relation, Relations, RelationsOfExtensions), Prints: true),
        new(ColumnRow.Sql(server), row => _columns.Add(ColumnRow.Read(row)), Prints: true),
        new(ConstraintRow.Sql(server), row => _constraints.Add(ConstraintRow.Read(row)), Prints: true),
        new(IndexRow.Sql(server), row => _indexes.Add(IndexRow.Read(row)), Prints: true),
        new(OperatorClassRow.Sql, row => { var c = OperatorClassRow.Read(row); Classes[c.Oid] = c; }, Prints: true),
        new(CollationRow.Sql, row => { var c = CollationRow.Read(row); Collations[c.Oid] = c.Name; }, Prints: true),
        new(TypeRow.Sql, row => Keep(TypeRow.Read(row), t => t.Oid, CatalogClass.Type, Types, TypesOfExtensions), Prints: true),
        new(SequenceRow.Sql, row => { var s = SequenceRow.Read(row); Sequences[s.Oid] = s; }, Prints: true),
        new(TriggerRow.Sql, row => _triggers.Add(TriggerRow.Read(row)), Prints: true),
        new(PolicyRow.Sql, row => _policies.Add(PolicyRow.Read(row)), Prints: true) { Then = (Action)Group + withTables },
        new(DomainCheckRow.Sql, row => _domainChecks.Add(DomainCheckRow.Read(row)), Prints: true),
        new(AttributeRow.Sql, row => _attributes.Add(AttributeRow.Read(row)), Prints: true),
        new(RoutineRow.Sql(server), row => Keep(RoutineRow.Read(row), r => r.Oid, CatalogClass.Routine, Routines, RoutinesOfExtensions),
            Prints: true),
        Installed,
        new(DependencyRow.Sql, row => _dependencies.Add(DependencyRow.Read(row))),
        new(OpaqueRow.Present, row => _catalogues.Add(row.Text())),
    ];

    private CatalogQuery Installed => new(ExtensionRow.Sql, row => Extensions.Add(ExtensionRow.Read(row)));

    // Only of what is there: to plan these takes the server longer than everything else.
    private IEnumerable<CatalogQuery> Definitions()
    {
        foreach (var catalogue in _catalogues.Order(StringComparer.Ordinal)) yield
            return new(OpaqueRow.Sql(catalogue, server), row => _opaque.Add(OpaqueRow.Read(row)), Prints: true);
        if (Routines.Values.Any(r => r.IsOpaque)) yield return Printed(CatalogClass.Routine, DefinitionText.Routines);
        if (Relations.Values.Any(r => r.Relkind == "f")) yield return Printed(CatalogClass.Relation, DefinitionText.ForeignTables);
        if (Types.Values.Any(t => t.Typtype is not ("e" or "d" or "c"))) yield
            return Printed(CatalogClass.Type, DefinitionText.Types(server));
    }

    private CatalogQuery Printed(uint catalogue, string sql) => new(sql, row => Printouts[(catalogue, row.Oid())] = row.TextOrNull()
        ?? "", Prints: true);

    private void Keep<T>(T row, Func<T, uint> oid, uint catalog, Dictionary<uint, T> rows, List<T> ofExtensions)
    {
        if (_members.Contains((catalog, oid(row)))) ofExtensions.Add(row);
        else rows[oid(row)] = row;
    }
}

/// <summary>Oids of catalogues, which name the kind of an object in pg_depend;
/// fixed in the server's source (src/include/catalog).</summary>
internal static class CatalogClass
{
    /// <summary>pg_class.</summary>
    public const uint Relation = 1259;

    /// <summary>pg_type.</summary>
    public const uint Type = 1247;

    /// <summary>pg_proc.</summary>
    public const uint Routine = 1255;

    /// <summary>pg_trigger.</summary>
    public const uint Trigger = 2620;

    /// <summary>pg_policy.</summary>
    public const uint Policy = 3256;
}
