namespace SchemaSync.MySql.Planning;

/// <summary>Foreign keys in statements of their own, where they cannot be a part of a new table: they concern two tables.</summary>
internal sealed class ForeignKeyWork
{
    private readonly EquatableArray<Change> _changes;
    private readonly Snapshot _from, _to;
    private readonly Render _render;
    private readonly bool _isMariaDb;
    private readonly RowValues _values;
    private readonly Dictionary<QualifiedName, int> _places;

    public ForeignKeyWork(EquatableArray<Change> changes, Snapshot from, Snapshot to, MySqlCapabilities server, RowValues values)
    {
        _values = values;
        (_changes, _from, _to, _render, _isMariaDb) = (changes, from, to, new(server), server.IsMariaDb);
        NewTables = Needs.Order(changes.OfType<Change.Add>().Select(a => a.After).OfType<Table>());
        _places = NewTables.Select((t, i) => (t.Name, i)).ToDictionary(p => p.Name, p => p.i);
    }

    /// <summary>Tables that are new, each after those it refers to.</summary>
    public IReadOnlyList<Table> NewTables { get; }

    /// <summary>Whether a key of a new table can be created with it: what it refers to is there by then.</summary>
    public bool IsInline(Table table, ForeignKey key) =>
        key.ReferencedTable == table.Name || !_places.TryGetValue(key.ReferencedTable, out var place) || place < _places[table.Name];

    /// <summary>Keys that go or change, keys in the way of a column that changes its
    /// type, and those of tables that go in a circle.</summary>
    public IEnumerable<Step> Drops()
    {
        foreach (var (table, keys) in Dropped().GroupBy(d => d.Table.Name)
            .Select(g => (g.First().Table, g.Select(d => (d.Key, d.Change)).ToList())))
        {
            var changes = keys.Select(k => k.Change).OfType<Change>().ToList();
            var path = ObjectId.Of(table.Name, keys[0].Key);
            yield return new Step
            {
                Sql = $"ALTER TABLE {Q(table.Name)} {string.Join(", ", keys.Select(k => $"DROP FOREIGN KEY {Q(k.Key.Name)}"))}",
                Serves = string.Join(", ", keys.Select(k => k.Change?.ToString() ?? $"keep {ObjectId.Of(table.Name, k.Key)}")),
                Subject = path, Transaction = TransactionMode.None, Lock = LockMode.BlocksDdl,
                Hazards = changes.OfType<Change.Drop>().Where(d => d.Before is ForeignKey)
                    .Select(d => PlanHazards.Weakens(d, d.Owner)).ToEquatableArray(),
                Reverse = new(ReverseKind.Sql,
                    string.Join(", ", keys.Select(k => $"ALTER TABLE {Q(table.Name)} ADD {_render.ForeignKey(table.Name, k.Key)}"))),
            };
        }
    }

    /// <summary>Keys that come.</summary>
    public IEnumerable<Step> Adds()
    {
        foreach (var (table, keys) in Added().GroupBy(a => a.Table.Name)
            .Select(g => (g.First().Table, g.Select(a => (a.Key, a.Change)).ToList())))
        {
            var isNew = _places.ContainsKey(table.Name);
            var subject = ObjectId.Of(table.Name, keys[0].Key);
            var clauses = keys.Select(k => $"ADD {_render.ForeignKey(table.Name, k.Key)}").ToList();
            var serves = string.Join(", ",
                keys.Select(k => k.Change?.ToString() ?? $"{(isNew ? "add" : "keep")} {ObjectId.Of(table.Name, k.Key)}"));
            yield return new Step
            {
                Sql = $"ALTER TABLE {Q(table.Name)}\n  {string.Join(",\n  ", clauses)}",
                Online = isNew
                    ? null
                    : new(table.Name, string.Join(", ", clauses), "it adds a foreign key, and such programs cannot keep foreign keys"),
                Serves = serves, Subject = subject, Transaction = TransactionMode.None,
                Lock = isNew ? LockMode.None : LockMode.BlocksWrites, Rows = isNew ? RowAccess.None : RowAccess.Rewrite,
                Hazards = isNew
                    ? []
                    : [.. keys.Where(k => k.Change is not null).SelectMany(k => HazardsOf(table, k.Key, k.Change!)),
                        .. Costs(table, serves, subject)],
                Reverse = new(ReverseKind.Sql,
                    $"ALTER TABLE {Q(table.Name)} {string.Join(", ", keys.Select(k => $"DROP FOREIGN KEY {Q(k.Key.Name)}"))}"),
            };
        }
    }

    /// <summary>Rows that refer to nothing, where both tables can be asked by the names that they keep.</summary>
    public IEnumerable<DataCheck> DataChecks(Func<QualifiedName, bool> isTouched) =>
        Added().Where(a =>
            a.Change is not null && !isTouched(a.Table.Name) && !isTouched(a.Key.ReferencedTable) && !_places.ContainsKey(a.Table.Name))
            .Select(a => Orphans(a.Table, a.Key)).OfType<DataCheck>();

    private DataCheck? Orphans(Table table, ForeignKey key)
    {
        var (child, parent) = (_from.Tables.FirstOrDefault(t => t.Name == table.Name),
            _from.Tables.FirstOrDefault(t => t.Name == key.ReferencedTable));
        if (child is null) return null;
        var rows = new RowsToCome(child, table, _values);
        if (!key.Columns.All(rows.IsKnown) || key.Columns.Any(rows.IsNull)) return null;
        var present = key.Columns.Select(c => $"c.{Q(c)} IS NOT NULL");
        var meaning = $"rows of {table.Name} refer to rows of {key.ReferencedTable} that are not there";
        // A table that comes has none.
        if (_places.ContainsKey(key.ReferencedTable))
            return new(ObjectId.Of(table.Name, key),
                $"SELECT c.* FROM {rows.From(key.Columns, "c")} WHERE {string.Join(" AND ", present)} LIMIT 1000", meaning);
        // What is of others is looked for before anything is asked.
        if (IsManaged(key.ReferencedTable) && (parent is null || key.ReferencedColumns.Any(c => parent.Column(c) is null))) return null;
        var parents = parent is not null && _to.Tables.FirstOrDefault(t => t.Name == parent.Name) is { } becomes
            ? new RowsToCome(parent, becomes, _values) : null;
        if (parents is not null && !key.ReferencedColumns.All(parents.IsKnown)) return null;
        var join = key.Columns.Zip(key.ReferencedColumns).Select(p => $"p.{Q(p.Second)} = c.{Q(p.First)}");
        var sql = $"SELECT c.* FROM {rows.From(key.Columns, "c")} LEFT JOIN "
            + $"{parents?.From(key.ReferencedColumns, "p") ?? $"{Q(key.ReferencedTable)} AS p"} ON "
            + $"{string.Join(" AND ", join)} WHERE {string.Join(" AND ", present)} AND p.{Q(key.ReferencedColumns[0])} IS NULL LIMIT 1000";
        return new(ObjectId.Of(table.Name, key), sql, meaning);
    }

    private bool IsManaged(QualifiedName table) =>
        !table.IsQualified || _from.Objects.Concat(_to.Objects).Any(o => o is Schema && o.LocalName == table.Schema);

    private IEnumerable<(Table Table, ForeignKey Key, Change? Change)> Dropped()
    {
        foreach (var change in _changes.Where(c => c.Subject is ForeignKey && c is not Change.Add))
        {
            yield return (From(change.Owner),
                (ForeignKey)(change switch { Change.Alter a => a.Before, Change.Rename r => r.Before, _ => change.Subject }), change);
        }

        foreach (var (table, key) in InTheWay()) yield return (table, key, null);
        var going = _changes.OfType<Change.Drop>().Where(d => d.Before is Table).Select(d => ((Table)d.Before).Name).ToList();
        var order = Needs.Order(going.Select(From)).Select((t, i) => (t.Name, i)).ToDictionary(p => p.Name, p => p.i);
        foreach (var table in going.Select(From))
        {
            foreach (var key in table.ForeignKeys.Where(f =>
                f.ReferencedTable != table.Name && order.TryGetValue(f.ReferencedTable, out var place) && place > order[table.Name]))
                    yield return (table, key, null);
        }
    }

    private IEnumerable<(Table Table, ForeignKey Key, Change? Change)> Added()
    {
        foreach (var table in NewTables)
        {
            foreach (var key in table.ForeignKeys.Where(f => !IsInline(table, f))) yield return (table, key, null);
        }

        foreach (var change in _changes.Where(c => c.Subject is ForeignKey && c is not Change.Drop))
        {
            if (change is Change.Rename
                && _changes.Any(c => c is Change.Alter && c.Owner == change.Owner && c.Subject.LocalName == change.Subject.LocalName))
                    continue;
            yield return (To(change.Owner), (ForeignKey)change.Subject, change);
        }

        foreach (var (table,
            key) in InTheWay()) yield return (To(table.Name), To(table.Name).ForeignKeys.First(f => f.Name == key.Name), null);
    }

    /// <summary>Keys that stay, on columns whose type changes: the server refuses to change either side while the key is there.</summary>
    private List<(Table Table, ForeignKey Key)> InTheWay()
    {
        var altered = _changes.OfType<Change.Alter>()
            .Where(a => a is { Before: Column b, After: Column c }
                && (b.Type != c.Type || b.Collation != c.Collation || b.Nullable != c.Nullable))
                .Select(a => (a.Owner, a.After.LocalName)).ToHashSet();
        var changed = _changes.Where(c => c.Subject is ForeignKey)
            .Select(c => (c.Owner, c is Change.Rename r ? r.Before.LocalName : c.Subject.LocalName)).ToHashSet();
        return [.. from table in _from.Tables
                   where _to.Tables.Any(t => t.Name == table.Name)
                   from key in table.ForeignKeys
                   where !changed.Contains((table.Name, key.Name))
                   where key.Columns.Any(c => altered.Contains((table.Name, c)))
                       || key.ReferencedColumns.Any(c => altered.Contains((key.ReferencedTable, c)))
                       || IsStoredOnTheWay(table, key)
                   select (table, key)];
    }

    // A virtual column that becomes plain is stored first, and MySQL stores nothing over a column that such a key
    // may write (create-table-foreign-keys, Conditions and Restrictions).
    private bool IsStoredOnTheWay(Table table, ForeignKey key) =>
        !_isMariaDb && (Writes(key.OnDelete) || Writes(key.OnUpdate)) && table.Columns.Any(c => c.Computed is { Stored: false } computed
            && key.Columns.Any(k => MySqlText.Mentions(computed.Expression, k)) && To(table.Name).Column(c.Name) is { Computed: null });

    private static bool Writes(ReferentialAction action) => action is not (ReferentialAction.NoAction or ReferentialAction.Restrict);

    private static IEnumerable<Hazard> HazardsOf(Table table, ForeignKey key, Change change)
    {
        yield return PlanHazards.MayFail(change.Id, change.ToString(), table.Name,
            $"it refers to a row of {key.ReferencedTable} that is not there");
        var wasCascade = change is Change.Alter { Before: ForeignKey before } && before.OnDelete == key.OnDelete;
        if (key.OnDelete == ReferentialAction.Cascade && !wasCascade)
            yield return PlanHazards.Cascades(change.Id, change.ToString(), key.ReferencedTable, table.Name);
    }

    // With checks on, the server copies the table to look at every row (HAZARDS row 36); without, it would not look at all.
    private static IEnumerable<Hazard> Costs(Table table, string serves, ObjectId subject) =>
    [
        PlanHazards.Rewrites(subject, serves, table.Name),
        PlanHazards.BlocksWrites(subject, serves, table.Name),
    ];

    private Table From(QualifiedName name) => _from.Tables.Single(t => t.Name == name);

    private Table To(QualifiedName name) => _to.Tables.Single(t => t.Name == name);

    private static string Q(Identifier name) => MySqlText.Quote(name);

    private static string Q(QualifiedName name) => MySqlText.Quote(name);
}
