namespace SchemaSync.PostgreSql.Planning;

/// <summary>Both sides of a diff, looked at from a planner: the start state with its
/// renames done, and the way back to its old names.</summary>
internal sealed class PlanState
{
    private readonly Dialect _dialect;
    private readonly HashSet<Identifier> _new, _toCome;
    private readonly HashSet<QualifiedName> _closed;
    private readonly HashSet<Identifier> _schemas;
    private readonly List<string> _labels;
    private readonly Dictionary<ObjectId, string> _serves = [];
    private readonly Dictionary<ObjectId, Routine> _routines;
    private readonly HashSet<Identifier> _madeWithTables;
    private HashSet<Identifier>? _taken;

    public PlanState(Diff diff, PostgreSqlCapabilities server, Dialect dialect, RemadeTables remade)
    {
        (Diff, Server, _dialect, Remade) = (diff, server, dialect, remade);
        From = [.. diff.Start.Objects];
        To = [.. diff.To.Objects];
        _schemas = [.. From.Concat(To).OfType<Schema>().Select(s => s.Name.Name)];
        FromTables = From.OfType<Table>().ToDictionary(t => t.Name);
        ToTables = To.OfType<Table>().ToDictionary(t => t.Name);
        var known = From.Select(ObjectId.Of).ToHashSet();
        _new = To.Where(t => !known.Contains(ObjectId.Of(t))).Select(t => t.Name.Name).ToHashSet();
        _labels = [.. diff.Changes.OfType<Change.Alter>().Where(c => c.After is EnumType)
            .SelectMany(c => ((EnumType)c.After).Values.Except(((EnumType)c.Before).Values)), .. diff.Former.Labels];
        _toCome = [.. diff.Changes
            .Where(c => c is not Change.Drop && c.Subject is Index or PrimaryKey or UniqueConstraint or ExclusionConstraint)
            .Select(c => c.Subject.LocalName)];
        foreach (var id in remade.Tables.SelectMany(t => remade.WordsOf(t))) _serves.TryAdd(id.Key, id.Value);
        foreach (var change in diff.Changes) _serves.TryAdd(change.Id, change.ToString());
        Others = diff.Surroundings.Partitions.Where(t => !ToTables.ContainsKey(t.Name))
            .Select(t => t with { PartitionOf = diff.Former.Now(t.PartitionOf) }).ToList();
        Partitions = ToTables.Values.Where(t => !t.PartitionOf.IsEmpty).Concat(Others).ToLookup(t => t.PartitionOf);
        _closed = diff.Surroundings.Closed.Select(diff.Former.Now).ToHashSet();
        TakenNames = diff.Surroundings.Names.ToHashSet(StringComparer.Ordinal);
        foreach (var change in diff.Changes.Where(c => c is Change.Add or Change.Alter && c.Subject is Index))
            _toCome.UnionWith(PartitionedIndex.Names(this, change.Owner, (Index)change.Subject));
        _routines = diff.Start.Objects.Zip(diff.Moved.Objects).Where(p => p.First is Routine)
            .ToDictionary(p => ObjectId.Of(p.First), p => (Routine)p.Second);
        _madeWithTables = diff.Changes.OfType<Change.Add>().Where(c => c.After is Table).SelectMany(c => c.After.Children)
            .Where(c => c is Index or PrimaryKey or UniqueConstraint or ExclusionConstraint).Select(c => c.LocalName).ToHashSet();
        Uses = new(From.Concat(To), diff.To.Form.IsServer);
        Replaced = FindReplaced();
        Values = RowValues.Of(diff.Changes, diff.To, dialect);
    }

    /// <summary>What is said about values of rows that are there.</summary>
    public RowValues Values { get; }

    /// <summary>Tables that are made anew around their rows.</summary>
    public RemadeTables Remade { get; }

    /// <summary>The diff.</summary>
    public Diff Diff { get; }

    /// <summary>The server's facts.</summary>
    public PostgreSqlCapabilities Server { get; }

    /// <summary>The start state under its new names.</summary>
    public IReadOnlyList<TopLevelObject> From { get; }

    /// <summary>The target.</summary>
    public IReadOnlyList<TopLevelObject> To { get; }

    /// <summary>Tables of the start state under their new names.</summary>
    public IReadOnlyDictionary<QualifiedName, Table> FromTables { get; }

    /// <summary>Tables of the target.</summary>
    public IReadOnlyDictionary<QualifiedName, Table> ToTables { get; }

    /// <summary>Partitions that nobody declared, of tables that the plan touches.</summary>
    public IReadOnlyList<Table> Others { get; }

    /// <summary>Names that relations and indexes of the live schema have.</summary>
    public IReadOnlySet<string> TakenNames { get; }

    /// <summary>Whether a table has a partition that no statement can be written for: then only the server reaches all of them.</summary>
    public bool IsClosed(QualifiedName table) => _closed.Contains(table);

    /// <summary>Partitions by the table they are a part of: those of the target, and those that nobody declared.</summary>
    public ILookup<QualifiedName, Table> Partitions { get; }

    /// <summary>What needs what.</summary>
    public ObjectUses Uses { get; }

    /// <summary>Names of routines of which one goes and one with other arguments
    /// comes: a call in a text is one of the other then.</summary>
    public IReadOnlySet<QualifiedName> Replaced { get; }

    /// <summary>Whether a part of a table calls one of them.</summary>
    public bool CallsReplaced(SchemaObject part) => Replaced.Any(n => ObjectUses.Names(part, n));

    /// <summary>The names that an object takes.</summary>
    public IEnumerable<NameSlot> Slots(ObjectId id) => _dialect.Slots(id);

    /// <summary>The names that have to be free for an object to be made.</summary>
    public IEnumerable<NameSlot> Needs(ObjectId id) => _dialect.Needs(id);

    /// <summary>The name a table, type or sequence still has before the first step.</summary>
    public QualifiedName Former(QualifiedName table) => Diff.Former.Of(table);

    /// <summary>The name a table, type or sequence has until the renames: those of schemas come before anything else.</summary>
    public QualifiedName Present(QualifiedName table) => Diff.Former.Present(table);

    /// <summary>A routine as it is until the renames of types: its name is the new one, and its arguments are of types that are called
    /// as they were.</summary>
    public Routine Present(Routine routine) =>
        _routines.TryGetValue(ObjectId.Of(routine), out var moved) ? moved with { Name = routine.Name } : routine;

    /// <summary>The same under its former name.</summary>
    public Routine Moved(Routine routine) => _routines.GetValueOrDefault(ObjectId.Of(routine), routine);

    /// <summary>A type as it is called before the first step.</summary>
    public string FormerType(string? native)
    {
        var name = RowTypes.Element(native);
        return To.FirstOrDefault(o => o is EnumType or Domain or CompositeType or Table && PostgreSqlText.Shown(o.Name) == name) is { } type
            ? PostgreSqlText.Shown(Former(type.Name)) + native![name.Length..] : native ?? "";
    }

    /// <summary>Whether an index of that name is made along with a table: then one that goes has to go before that comes.</summary>
    public bool IsMadeWithTable(Identifier index) => _madeWithTables.Contains(index);

    /// <summary>The name a column still has before the first step.</summary>
    public Identifier Former(QualifiedName table, Identifier column) => Diff.Former.Of(table, column);

    /// <summary>What a word of an enum type still is before the first step.</summary>
    public string FormerLabel(QualifiedName type, string label) => Diff.Former.Label(type, label);

    /// <summary>An expression over a table as it reads before the first step.</summary>
    public string Former(QualifiedName table, SqlExpression expression)
    {
        foreach (var ((owner, now), before) in Diff.Former.Columns)
        {
            if (owner == table) expression = _dialect.RenameIn(expression, now, before);
        }

        return FormerWords(expression);
    }

    /// <summary>The same with columns under the names that they will have.</summary>
    public string FormerWords(SqlExpression expression)
    {
        foreach (var (now, before) in Diff.Former.Objects) expression = _dialect.MoveIn(expression, now, before);
        foreach (var rename in Diff.Changes.OfType<Change.Rename>())
            if (rename is { Before: Routine old, After: Routine called }) expression = _dialect.RecallIn(expression, called.Name, old.Name);
        if (Diff.Former.Schemas.Count > 0)
            foreach (var name in From.Select(o => o.Name).Where(n => Diff.Former.Schemas.ContainsKey(n.Schema)).Distinct())
                expression = _dialect.MoveIn(expression, name, Former(name));
        return expression.Text;
    }

    /// <summary>Whether a table is of others: in a schema that no side has anything in.</summary>
    public bool IsOutside(QualifiedName table) => table.IsQualified && !_schemas.Contains(table.Schema);

    /// <summary>Whether a table will be partitioned.</summary>
    public bool IsPartitioned(QualifiedName table) => ToTables.TryGetValue(table, out var after) && after.PartitionBy is not null;

    /// <summary>Whether a table has a column before the first step.</summary>
    public bool Had(QualifiedName table, Identifier column) =>
        FromTables.TryGetValue(table, out var before) && before.Column(column) is not null;

    /// <summary>Whether the rows can be asked about a column before the first step: it is there, of the type it will have, and nobody says
    /// what its values become.</summary>
    public bool IsKnown(Table after, Identifier column)
    {
        after = Columned(after);
        return Had(after.Name, column) && FromTables[after.Name].Column(column)! is var before && before.Type == after.Column(column)?.Type
            && before.Computed?.Expression.Canonical == after.Column(column)?.Computed?.Expression.Canonical
            && ObjectId.In(ObjectKind.Column, after.Name, column) is var id && Values.Fill(id) is null && Values.Conversion(id) is null;
    }

    /// <summary>Whether the rows can be asked about an expression before the first step.</summary>
    public bool IsKnown(Table after, SqlExpression expression) =>
        !_new.Any(n => ObjectUses.Names(expression, n)) && !HasNewLabel(expression)
            && Columned(after).Columns.All(c => !ObjectUses.Names(expression, c.Name) || IsKnown(after, c.Name));

    /// <summary>Whether an expression means now what it will mean: it names nothing that comes, and calls nothing that changes.</summary>
    public bool IsSteady(SqlExpression expression) => !_new.Any(n => ObjectUses.Names(expression, n)) && !HasNewLabel(expression)
        && !Diff.Changes.Any(c => c.Subject is Routine && ObjectUses.Names(expression, c.Id.Name));

    /// <summary>
    /// Whether SQL for rows can be tried before the first step: it reads nothing but its row, and calls nothing that is new or
    /// becomes another. What another table of that name holds nobody knows, so a query in it is not tried.
    /// </summary>
    public bool CanBeAsked(Table after, Intent said)
    {
        var text = new SqlExpression(said.Sql!);
        return !ObjectUses.Names(text, new Identifier("select")) && IsSteady(text)
            && Columned(after).Columns.All(c => !ObjectUses.Names(text, c.Name) || Had(after.Name, c.Name))
            && Columned(after).Columns.All(c => c.Name == said.Subject.Name || !ObjectUses.Names(text, c.Name) || IsKnown(after, c.Name));
    }

    private HashSet<QualifiedName> FindReplaced()
    {
        var (before, after) = (From.OfType<Routine>().Select(ObjectId.Of)
            .ToHashSet(), To.OfType<Routine>().Select(ObjectId.Of).ToHashSet());
        return [.. before.Except(after).Select(r => r.QualifiedName).Intersect(after.Except(before).Select(r => r.QualifiedName))];
    }

    // A partition's columns are its parent's.
    private Table Columned(Table table)
    {
        while (!table.PartitionOf.IsEmpty && FromTables.ContainsKey(table.Name) && ToTables.TryGetValue(table.PartitionOf, out var parent))
            table = parent;
        return table;
    }

    // A label that an enum type gets in this plan is no value of it before the first step.
    private bool HasNewLabel(SqlExpression expression) =>
        _labels.Count > 0 && Lexer.Read(expression.Text).Tokens.Any(t => t.Kind == SqlTokenKind.String && t.ToString() is var text
        && _labels.Exists(l =>
            text == PostgreSqlText.Literal(l)
                || (text.StartsWith("'{", StringComparison.Ordinal) && text.Contains(l, StringComparison.Ordinal))));

    /// <summary>Whether the server itself brings the equality of a type: one of its own, an enum, or a domain over such a type.</summary>
    public bool HasServersEquality(string type) => Types.IsServers(type) || From.Any(o => PostgreSqlText.Shown(o.Name) == type
        && (o is EnumType || (o is Domain domain && HasServersEquality(domain.Type.Native ?? ""))));

    /// <summary>The change of an object in words; what is only dropped and made again is kept.</summary>
    public string Serves(ObjectId path) => _serves.TryGetValue(path, out var words) ? words : $"keep {path}";

    /// <summary>Takes a name for a constraint; false where an object of the schema, or a constraint, has it already.</summary>
    public bool TakeName(Identifier name)
    {
        _taken ??= [.. Diff.From.Objects.Concat(From).Concat(To)
            .SelectMany(o => o.Children.Where(c => c is not Column).Select(c => c.Name).Append(o.LocalName))];
        return _taken.Add(name);
    }

    /// <summary>Whether an index of that name is made by this plan: then one that goes has to go before, wherever it is.</summary>
    public bool IsNameToCome(Identifier index) => _toCome.Contains(index);

    /// <summary>A refusal: there is no safe way that we know.</summary>
    public static SchemaSyncException CannotPlan(ObjectId subject, string what, string why) =>
        new([Diagnostic.Of(DiffDiagnostics.CannotPlan, what, why) with { Subject = subject }]);
}
