namespace SchemaSync.Engine.Diffs;

/// <summary>
/// The renames that a diff consists of: declared ones whose old name is still there, and differences in case
/// alone where the provider ignores case. Applied to the start state, they leave only real differences.
/// </summary>
public sealed class Renames
{
    // What has no parts that are renamed, and is called by its name alone.
    private static readonly ObjectKind[] Others =
        [ObjectKind.CompositeType, ObjectKind.Domain, ObjectKind.EnumType, ObjectKind.Sequence,
            ObjectKind.View, ObjectKind.MaterializedView];

    private readonly Spelling _spelling;
    private readonly HashSet<QualifiedName> _others = [];
    private IReadOnlyDictionary<Identifier, Identifier>? _schemas;
    private readonly Dictionary<QualifiedName, QualifiedName> _tables = [];
    private readonly Dictionary<(QualifiedName Table, Identifier Column), Identifier> _columns = [];

    private List<Change> _changes = [];
    private PartRenames? _parts;

    private Renames(Spelling spelling) => _spelling = spelling;

    /// <summary>The changes by table, each table before its columns.</summary>
    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>Finds the renames between two snapshots.</summary>
    /// <exception cref="SchemaSyncException">SSY0302: the start state holds both names.</exception>
    public static Renames Find(Snapshot from, Snapshot to, Spelling spelling)
    {
        var renames = new Renames(spelling);
        var declared = to.Intents.Where(i => i.Kind == IntentKind.RenamedFrom).ToLookup(i => i.Subject.Kind);
        var formers = new Formers<Table>(from.Tables, to.Tables, declared[ObjectKind.Table], spelling.Names);
        foreach (var after in to.Tables)
        {
            if (formers.Of(after) is not { } old) continue;
            if (old.Name != after.Name) renames.Add(old, after);
            renames.FindColumns(old, after,
                declared[ObjectKind.Column].Where(i => spelling.Names.Equals(i.Subject.OwnerName.ToString(), after.Name.ToString()))
                    .ToList());
        }

        renames.FindPartitions(from, to);
        renames.FindSequences(from);
        foreach (var kind in Others) if (declared.Contains(kind)) renames.FindOthers(kind, from, to, declared[kind]);
        // In whatever order the tables were declared, the plan is the same.
        renames._changes = [.. renames._changes.OrderBy(c => c.Owner.IsEmpty ? c.Id.QualifiedName : c.Owner)];
        if (!PartRenames.Any(declared)) return renames;
        var parts = PartRenames.Find(renames.Apply(from), to, declared, spelling);
        renames._changes.AddRange(parts.Changes);
        renames._parts = parts;
        return renames;
    }

    /// <summary>A state of which whole schemas are called otherwise, with all that stands in them.</summary>
    /// <param name="state">The state.</param>
    /// <param name="schemas">Former names, each with the new one.</param>
    /// <param name="spelling">How names stand in texts.</param>
    internal static Snapshot InSchemas(Snapshot state, IReadOnlyDictionary<Identifier, Identifier> schemas, Spelling spelling)
    {
        var renames = new Renames(spelling) { _schemas = schemas };
        foreach (var name in state.Objects.Select(o => o.Name).Where(n => schemas.ContainsKey(n.Schema)).Distinct())
        {
            renames._tables[name] = renames.InSchema(name);
            renames._others.Add(name);
        }

        return renames.ApplyNames(state);
    }

    /// <summary>The start state with every rename done, references included.</summary>
    public Snapshot Apply(Snapshot from)
    {
        if (Changes.Count == 0) return from;
        var named = ApplyNames(from);
        return _parts is { } parts ? named.With(named.Objects.Select(parts.Apply)) : named;
    }

    private Snapshot ApplyNames(Snapshot from)
    {
        var all = InOrder([.. _tables.OrderBy(t => t.Key)]);
        if (all.Count == 0) return from.With(from.Objects.Select(Apply));
        var moved = all.FindAll(t => t.Key.Schema != t.Value.Schema || _others.Contains(t.Key));
        SqlExpression Move(SqlExpression text) => moved.Aggregate(text, (e, t) => _spelling.MoveIn(e, t.Key, t.Value));
        // The rows of a table are a type of its name.
        SqlExpression Retype(SqlExpression text) => all.Aggregate(text, (e, t) => _spelling.RetypeIn(e, t.Key, t.Value));
        return from.With(from.Objects.Select(o => Apply(MovedTypes.In(Follows(o) ? o.WithExpressions(Move) : o, Retype)))
            .Select(o => _schemas is null ? o : Along(o is Trigger ? o.WithExpressions(Move) : o, Move)));
    }

    // What stands in a schema and no single rename moves.
    private TopLevelObject Along(TopLevelObject subject, Func<SqlExpression, SqlExpression> move) => subject switch
    {
        Schema => subject with { Name = new(_schemas!.GetValueOrDefault(subject.LocalName, subject.LocalName)) },
        Extension { Schema: { } schema } extension =>
            extension with { Schema = _schemas!.GetValueOrDefault(new(schema), new(schema)).Value },
        OpaqueObject opaque => opaque with { Name = InSchema(opaque.Name), Definition = move(new(opaque.Definition)).Text },
        Routine or Trigger => subject with { Name = InSchema(subject.Name) },
        _ => subject,
    };

    private QualifiedName InSchema(QualifiedName name) => new(_schemas!.GetValueOrDefault(name.Schema, name.Schema), name.Name);

    // In a chain the last goes first, so that no text is moved twice.
    private static List<KeyValuePair<QualifiedName, QualifiedName>> InOrder(List<KeyValuePair<QualifiedName, QualifiedName>> moved)
    {
        var ordered = new List<KeyValuePair<QualifiedName, QualifiedName>>();
        while (moved.Count > 0)
        {
            var next = moved.FindIndex(m => !moved.Exists(o => o.Key == m.Value));
            ordered.Add(moved[Math.Max(next, 0)]);
            moved.RemoveAt(Math.Max(next, 0));
        }

        return ordered;
    }

    // A body that is a text stays what was written, and the old row of a trigger is called like a schema may be.
    private static bool Follows(TopLevelObject subject) => subject is not (Trigger or Routine { IsAtomic: false });

    private void Add(Table old, Table after)
    {
        _tables[old.Name] = after.Name;
        _changes.Add(new Change.Rename(default, old, old with { Name = after.Name }));
    }

    /// <summary>Partitions that are declared where their table goes, and were where it was: nobody says anything else of them.</summary>
    private void FindPartitions(Snapshot from, Snapshot to)
    {
        var before = from.Tables.ToDictionary(t => t.Name);
        var after = to.Tables.ToDictionary(t => t.Name);
        // From the table to its parts, and to theirs.
        var queue = new Queue<QualifiedName>(_tables.Where(t => t.Key.Schema != t.Value.Schema).Select(t => t.Key).Order());
        while (queue.TryDequeue(out var parent))
        {
            var home = _tables[parent];
            foreach (var part in before.Values
                .Where(t => t.PartitionOf == parent && t.Name.Schema == parent.Schema && !_tables.ContainsKey(t.Name)).OrderBy(t => t.Name))
            {
                var moved = home.Sibling(part.Name.Name);
                if (after.ContainsKey(part.Name) || before.ContainsKey(moved) || !after.TryGetValue(moved, out var declared)
                    || declared.PartitionOf != home) continue;
                Add(part, declared);
                queue.Enqueue(part.Name);
            }
        }
    }

    private void FindOthers(ObjectKind kind, Snapshot from, Snapshot to, IEnumerable<Intent> intents)
    {
        var after = to.Objects.Where(o => o.Kind == kind).ToList();
        var formers = new Formers<TopLevelObject>(from.Objects.Where(o => o.Kind == kind), after, intents, _spelling.Names);
        foreach (var wanted in after)
        {
            if (formers.Of(wanted) is not { } old || old.Name == wanted.Name || !_tables.TryAdd(old.Name, wanted.Name)) continue;
            _others.Add(old.Name);
            _changes.Add(new Change.Rename(default, old, old with { Name = wanted.Name }));
        }
    }

    /// <summary>A sequence that a column owns moves with its table (manual, ALTER TABLE, SET SCHEMA).</summary>
    /// <exception cref="SchemaSyncException">SSY0305: another one has its name there.</exception>
    private void FindSequences(Snapshot from)
    {
        var sequences = from.Objects.OfType<Sequence>().ToList();
        foreach (var sequence in sequences)
        {
            if (sequence.OwnedBy is { } owner && _tables.TryGetValue(owner.Table, out var table) && table.Schema != owner.Table.Schema)
                _tables[sequence.Name] = table.Sibling(sequence.Name.Name);
        }

        var clashes = sequences.GroupBy(s => Table(s.Name)).Where(g => g.Skip(1).Any())
            .Select(g => (To: g.Key, Moved: ObjectId.Of(g.First(s => s.Name != g.Key)))).ToList();
        if (clashes.Count == 0) return;
        throw new SchemaSyncException(clashes.ConvertAll(c => Diagnostic.Of(
            DiffDiagnostics.CannotPlan, $"move {c.Moved} along with its table",
            $"another sequence is called {c.To} already") with { Subject = c.Moved }));
    }

    private void FindColumns(Table old, Table after, List<Intent> intents)
    {
        // The common case by far: the same names in the same case, and nothing declared.
        if (intents.Count == 0 && after.Columns.All(c => old.Column(c.Name) is not null)) return;
        var formers = new Formers<Column>(old.Columns, after.Columns, intents, _spelling.Names);
        foreach (var column in after.Columns)
        {
            if (formers.Of(column) is not { } former || former.Name == column.Name) continue;
            _columns[(old.Name, former.Name)] = column.Name;
            _changes.Add(new Change.Rename(after.Name, former, former with { Name = column.Name }));
        }
    }

    private TopLevelObject Apply(TopLevelObject subject) => subject switch
    {
        Table table => Apply(table),
        Trigger trigger => trigger with
        {
            On = Table(trigger.On),
            From = Table(trigger.From),
            UpdateOf = Names(trigger.On, trigger.UpdateOf),
            Uses = Tables(trigger.Uses),
        },
        Sequence sequence => sequence with
        {
            Name = Table(sequence.Name),
            OwnedBy = sequence.OwnedBy is { } owner ? new(Table(owner.Table), Column(owner.Table, owner.Column)) : null,
            Uses = Tables(sequence.Uses),
        },
        EnumType or Domain or CompositeType or View or MaterializedView =>
            subject with { Name = Table(subject.Name), Uses = Tables(subject.Uses) },
        OpaqueObject opaque => Apply(opaque),
        _ => subject.Uses.IsEmpty ? subject : subject with { Uses = Tables(subject.Uses) },
    };

    // The server prints it with the new names, as it does with a view.
    private OpaqueObject Apply(OpaqueObject opaque)
    {
        var owner = Table(opaque.Identity.OwnerName);
        var text = new SqlExpression(opaque.Definition);
        foreach (var table in opaque.Uses.Append(opaque.Identity.OwnerName).Where(t => !t.IsEmpty && Touches(t))
            .Distinct()) text = Text(table, text);
        return opaque with { Name = owner.IsEmpty ? opaque.Name : owner.Sibling(opaque.Name.Name), Owner = owner.Name,
            Definition = text.Text, Uses = Tables(opaque.Uses) };
    }

    private Table Apply(Table table)
    {
        var texts = Touches(table.Name) ? table.WithExpressions(e => Text(table.Name, e)) : table;
        return texts with
        {
            Name = Table(table.Name),
            Uses = Tables(table.Uses),
            PartitionOf = Table(table.PartitionOf),
            Opaque = table.Opaque.Select(f => Apply(table.Name, f)).ToEquatableArray(),
            // A default cannot name a column: what looks like one there is something else.
            Columns = texts.Columns.Select((c, i) => c with { Name = Column(table.Name, c.Name), Default = table.Columns[i].Default })
                .ToEquatableArray(),
            PrimaryKey = texts.PrimaryKey is { } key
                ? key with { Columns = Parts(table.Name, key.Columns), Include = Names(table.Name, key.Include) }
                : null,
            UniqueConstraints = texts.UniqueConstraints
                .Select(u => u with { Columns = Parts(table.Name, u.Columns), Include = Names(table.Name, u.Include) }).ToEquatableArray(),
            CheckConstraints = texts.CheckConstraints.Select(c => c with { Column = Column(table.Name, c.Column) }).ToEquatableArray(),
            ForeignKeys = texts.ForeignKeys.Select(f => f with
            {
                Columns = Names(table.Name, f.Columns),
                OnDeleteColumns = Names(table.Name, f.OnDeleteColumns),
                ReferencedTable = Table(f.ReferencedTable),
                ReferencedColumns = Names(f.ReferencedTable, f.ReferencedColumns),
            }).ToEquatableArray(),
            Indexes = texts.Indexes.Select(i => i with { Columns = Parts(table.Name, i.Columns), Include = Names(table.Name, i.Include) })
                .ToEquatableArray(),
        };
    }

    private OpaqueFacet Apply(QualifiedName table, OpaqueFacet facet)
    {
        var text = new SqlExpression(facet.Definition);
        foreach (var name in facet.Follows.Append(table).Where(Touches).Distinct()) text = Text(name, text);
        return facet with { Definition = text.Text, Parts = Names(table, facet.Parts), Follows = Tables(facet.Follows) };
    }

    private bool Touches(QualifiedName table) => _tables.ContainsKey(table) || _columns.Keys.Any(c => c.Table == table);

    private EquatableArray<IndexPart> Parts(QualifiedName table, EquatableArray<IndexPart> parts) =>
        parts.Select(p => p with { Column = Column(table, p.Column) }).ToEquatableArray();

    private EquatableArray<Identifier> Names(QualifiedName table, EquatableArray<Identifier> columns) =>
        columns.Select(c => Column(table, c)).ToEquatableArray();

    private EquatableArray<QualifiedName> Tables(EquatableArray<QualifiedName> names) => names.Select(Table).ToEquatableArray();

    private QualifiedName Table(QualifiedName name) => _tables.GetValueOrDefault(name, name);

    private Identifier Column(QualifiedName table, Identifier name) => _columns.GetValueOrDefault((table, name), name);

    private SqlExpression Text(QualifiedName table, SqlExpression expression)
    {
        // Through names nobody has, so that a swap does not end with one name twice.
        var columns = _columns.Where(c => c.Key.Table == table)
            .Select((c, n) => (Old: c.Key.Column, Between: new Identifier($"__schemasync_between_{n}"), New: c.Value)).ToList();
        foreach (var (old, between, _) in columns) expression = _spelling.RenameIn(expression, old, between);
        foreach (var (_, between, name) in columns) expression = _spelling.RenameIn(expression, between, name);

        // A check may name its own table: t.a > 0.
        return _tables.TryGetValue(table, out var newName) ? _spelling.RenameIn(expression, table.Name, newName.Name) : expression;
    }
}
