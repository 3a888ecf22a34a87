namespace SchemaSync.Engine;

/// <summary>
/// The renames that a diff consists of: declared ones whose old name is still there, and differences in case
/// alone where the provider ignores case. Applied to the start state, they leave only real differences.
/// </summary>
internal sealed class Renames
{
    private readonly Dialect _dialect;
    private readonly Dictionary<Identifier, Identifier> _tables = [];
    private readonly Dictionary<(Identifier Table, Identifier Column), Identifier> _columns = [];

    private Renames(Dialect dialect) => _dialect = dialect;

    /// <summary>The changes, tables before columns.</summary>
    public List<Change> Changes { get; } = [];

    /// <summary>Finds the renames between two snapshots.</summary>
    /// <exception cref="SchemaSyncException">SSY0302: the start state holds both names.</exception>
    public static Renames Find(Snapshot from, Snapshot to, Dialect dialect)
    {
        var renames = new Renames(dialect);
        var before = from.Tables.ToDictionary(t => t.Name.Value, dialect.Names);
        var declared = to.Intents.Where(i => i.Kind == IntentKind.RenamedFrom).ToLookup(i => i.Subject.Kind);
        foreach (var after in to.Tables)
        {
            var intent = declared["table"].FirstOrDefault(i => dialect.Names.Equals(i.Subject.Key, after.Name.Value));
            if (Former(before, after.Name, intent) is not { } old) continue;
            if (old.Name != after.Name) renames.Add(old, after);
            renames.FindColumns(old, after, declared["column"].Where(i => dialect.Names.Equals(i.Subject.Owner.Value, after.Name.Value)).ToList());
        }

        return renames;
    }

    /// <summary>The start state with every rename done, references included.</summary>
    public Snapshot Apply(Snapshot from) => Changes.Count == 0 ? from : from.With(from.Objects.Select(Apply));

    private void Add(Table old, Table after)
    {
        _tables[old.Name] = after.Name;
        Changes.Add(new Change.Rename(default, old, old with { Name = after.Name }));
    }

    private static T? Former<T>(Dictionary<string, T> before, Identifier name, Intent? intent) where T : SchemaObject
    {
        before.TryGetValue(name.Value, out var same);
        if (intent is null || !before.TryGetValue(intent.Former.Value, out var former) || ReferenceEquals(former, same)) return same;
        if (same is null) return former;
        throw new SchemaSyncException([Diagnostic.Of(DiffDiagnostics.RenameConflict, intent.Subject.ToString(), intent.Former.Value) with { Subject = intent.Subject }]);
    }

    private void FindColumns(Table old, Table after, List<Intent> intents)
    {
        // The common case by far: the same names in the same case, and nothing declared.
        if (intents.Count == 0 && after.Columns.All(c => old.Column(c.Name) is not null)) return;
        var before = old.Columns.ToDictionary(c => c.Name.Value, _dialect.Names);
        foreach (var column in after.Columns)
        {
            var intent = intents.FirstOrDefault(i => _dialect.Names.Equals(i.Subject.Key, column.Name.Value));
            if (Former(before, column.Name, intent) is not { } former || former.Name == column.Name) continue;
            _columns[(old.Name, former.Name)] = column.Name;
            Changes.Add(new Change.Rename(after.Name, former, former with { Name = column.Name }));
        }
    }

    private SchemaObject Apply(SchemaObject subject) => subject switch
    {
        Table table => Apply(table),
        Trigger trigger => trigger with
        {
            On = Table(trigger.On),
            UpdateOf = trigger.UpdateOf.Select(c => Column(trigger.On, c)).ToEquatableArray(),
        },
        _ => subject,
    };

    private Table Apply(Table table) => table with
    {
        Name = Table(table.Name),
        Columns = table.Columns.Select(c => c with
        {
            Name = Column(table.Name, c.Name),
            Computed = c.Computed is null ? null : c.Computed with { Expression = Text(table.Name, c.Computed.Expression)! },
        }).ToEquatableArray(),
        PrimaryKey = table.PrimaryKey is { } key ? key with { Columns = Parts(table.Name, key.Columns) } : null,
        UniqueConstraints = table.UniqueConstraints.Select(u => u with { Columns = Parts(table.Name, u.Columns) }).ToEquatableArray(),
        CheckConstraints = table.CheckConstraints.Select(c => c with { Expression = Text(table.Name, c.Expression)! }).ToEquatableArray(),
        ForeignKeys = table.ForeignKeys.Select(f => f with
        {
            Columns = f.Columns.Select(c => Column(table.Name, c)).ToEquatableArray(),
            ReferencedTable = Table(f.ReferencedTable),
            ReferencedColumns = f.ReferencedColumns.Select(c => Column(f.ReferencedTable, c)).ToEquatableArray(),
        }).ToEquatableArray(),
        ExclusionConstraints = table.ExclusionConstraints.Select(e => (ExclusionConstraint)e.MapExpressions(x => Text(table.Name, x)!)).ToEquatableArray(),
        Policies = table.Policies.Select(p => (Policy)p.MapExpressions(x => Text(table.Name, x)!)).ToEquatableArray(),
        Indexes = table.Indexes.Select(i => i with
        {
            Columns = Parts(table.Name, i.Columns),
            Include = i.Include.Select(c => Column(table.Name, c)).ToEquatableArray(),
            Where = Text(table.Name, i.Where),
        }).ToEquatableArray(),
    };

    private EquatableArray<IndexPart> Parts(Identifier table, EquatableArray<IndexPart> parts) =>
        parts.Select(p => p with { Column = Column(table, p.Column), Expression = Text(table, p.Expression) }).ToEquatableArray();

    private Identifier Table(Identifier name) => _tables.GetValueOrDefault(name, name);

    private Identifier Column(Identifier table, Identifier name) => _columns.GetValueOrDefault((table, name), name);

    private SqlExpression? Text(Identifier table, SqlExpression? expression)
    {
        if (expression is null) return null;
        // Through names nobody has, so that a swap does not end with one name twice.
        var columns = _columns.Where(c => c.Key.Table == table).Select((c, n) => (Old: c.Key.Column, Between: new Identifier($"__schemasync_between_{n}"), New: c.Value)).ToList();
        foreach (var (old, between, _) in columns) expression = _dialect.RenameIn(expression, old, between);
        foreach (var (_, between, name) in columns) expression = _dialect.RenameIn(expression, between, name);

        // A check may name its own table: t.a > 0.
        return _tables.TryGetValue(table, out var newName) ? _dialect.RenameIn(expression, table, newName) : expression;
    }
}
