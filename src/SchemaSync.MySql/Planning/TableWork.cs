namespace SchemaSync.MySql.Planning;

/// <summary>The changes inside one table, as clauses of ALTER TABLE. Foreign keys are the planner's: they concern two tables.</summary>
internal sealed class TableWork
{
    private readonly Table _before, _after;
    private readonly MySqlCapabilities _server;
    private readonly Render _render;
    private readonly Clauses _clauses;
    private readonly RowQuestions _rows;
    private readonly ColumnWork _columns;
    private readonly Change? _table;
    private readonly TableWork? _first;
    private readonly Halfway? _halfway;
    private readonly RowValues? _values;

    public TableWork(Table start, Table after, IReadOnlyList<Change> changes, MySqlCapabilities server, RowValues? values = null)
    {
        _values = values;
        var halfway = new Halfway(start, after, changes, server);
        (_before, _after, _server, _render) = (halfway.Table, after = halfway.Target, server, new(server));
        if (halfway.IsNeeded) (_halfway, _first, changes) = (halfway, new(start, _before, halfway.First, server), halfway.Rest(changes));
        (_clauses, _rows) = (new(_before, after), new(start, after, values));
        _columns = new(start, _before, after, changes, server, _clauses, values);
        _table = changes.FirstOrDefault(c => c is Change.Alter { After: Table });
        foreach (var change in changes.Where(c => c is Change.Drop && c.Subject is not Column)) Add(change);
        _columns.Add();
        foreach (var change in changes.Where(c => c is not Change.Drop && c.Subject is not Column)) Add(change);
    }

    /// <summary>Refuses what rows would have to be written for while somebody listens.</summary>
    /// <param name="triggers">Those that are there meanwhile.</param>
    /// <exception cref="SchemaSyncException">SSY0305.</exception>
    public void Refuse(IEnumerable<Trigger> triggers) => _halfway?.Refuse(triggers);

    /// <summary>The statements.</summary>
    public IEnumerable<Step> Steps() =>
        (_first?.Steps() ?? []).Concat(_halfway?.Fill() ?? []).Concat(AlterTable.Steps(_after, _clauses.All, NeedsOneStatement, Online))
            .Concat(_halfway?.Defaults() ?? [])
        .Concat(_table is null ? [] : PartitionWork.Steps(_table, _before, _after, Online));

    /// <summary>Questions before the first statement.</summary>
    public IEnumerable<DataCheck> DataChecks => _clauses.All.SelectMany(c => c.DataChecks).Distinct();

    /// <summary>The one question that no statement answers by itself, under the name that the table has before
    /// the run: whether there are rows for which the server would invent a value.</summary>
    public IEnumerable<DataCheck> RowsUnder(QualifiedName former) =>
        _clauses.All.Select(c => c.Serves).OfType<Change.Add>()
            .Where(a => a.After is Column column && ColumnWork.IsInvented(column) && _values?.Fill(a.Id) is null)
            .Select(a => RowQuestions.HasRows(a, (Column)a.After, former));

    /// <summary>The table, as it is called in the end.</summary>
    public QualifiedName Name => _after.Name;

    // A column that numbers needs its key at once, an index loses a column that goes, and one on an expression over it has to go with it.
    private bool NeedsOneStatement => _columns.NeedsOneStatement || IsVirtualNamedByOthers
        || _clauses.All.Any(c =>
            c.Serves is Change.Add { After: Column { Identity: not null } } or Change.Alter { After: Column { Identity: not null } }
                or Change.Alter { Before: Column { Identity: not null } })
        || _clauses.All.Select(c => c.Serves).OfType<Change.Drop>()
            .Any(d => d.Before is Column
                && Keys(_before).Any(p =>
                    p.Column == d.Before.LocalName || (p.Expression is { } e && MySqlText.Mentions(e, d.Before.LocalName))));

    // A virtual column that goes would go first, while something that goes or changes along with it still names it.
    private bool IsVirtualNamedByOthers
    {
        get
        {
            var dropped = _clauses.All.Select(c => c.Serves).OfType<Change.Drop>().Select(d => d.Before).OfType<Column>().ToList();
            return dropped.Where(c => c.Computed is { Stored: false }).Any(v =>
                dropped.Exists(s => s.Computed is { Stored: true } computed && MySqlText.Mentions(computed.Expression, v.Name))
                    || _before.CheckConstraints.Any(c => dropped.Exists(d => d.Name == c.Column)
                        && MySqlText.Mentions(c.Expression, v.Name))
                    || _clauses.All.Any(c => c.Serves is Change.Alter { Before: CheckConstraint check }
                        && MySqlText.Mentions(check.Expression, v.Name)));
        }
    }

    private TableChange Online(string alter) => OnlineClause.Of(_before, _after, _server, alter);

    private void Add(Change change)
    {
        switch (change)
        {
            case Change.Alter { Before: Table b, After: Table a }: Options(change, b, a); break;
            case { Subject: ForeignKey } or { Subject: CheckConstraint { Column.IsEmpty: false } }: break;
            case { Subject: Model.Objects.PrimaryKey }: Primary(change); break;
            case { Subject: CheckConstraint }: Check(change); break;
            default: Key(change); break;
        }
    }

    private void Primary(Change change)
    {
        if (change is Change.Add or Change.Alter)
        {
            var key = _after.PrimaryKey!;
            var drop = change is Change.Alter ? "DROP PRIMARY KEY, " : "";
            _clauses.Add(change, $"{drop}ADD {Render.PrimaryKey(key)}", Cost.Rebuild, [_clauses.MayShare(change)],
                [.. _rows.Duplicates(change, key.Columns)]);
        }
        else _clauses.Add(change, "DROP PRIMARY KEY", Cost.Copy, [PlanHazards.Weakens(change, change.Owner)]);
    }

    private void Check(Change change)
    {
        var drop = change is Change.Add
            ? ""
            : $"DROP CONSTRAINT {Q(change is Change.Drop d ? d.Before.LocalName : Before(change).LocalName)}";
        if (change is Change.Drop)
        {
            _clauses.Add(change, drop, Cost.Instant, [PlanHazards.Weakens(change, change.Owner)]);
            return;
        }

        var check = (CheckConstraint)change.Subject;
        var add = $"ADD {Render.Check(check)}";
        var sql = drop.Length == 0 ? add : $"{drop}, {add}";
        if (check.NotEnforced) _clauses.Add(change, sql, Cost.Instant, drop.Length == 0 ? [] : [PlanHazards.Weakens(change, change.Owner)]);
        else _clauses.Add(change, sql, Cost.Copy, _clauses.Rule(change, check), _rows.Violations(change, check));
    }

    private void Key(Change change)
    {
        if (change is Change.Rename rename && !IsMadeAgain(rename.After))
        {
            _clauses.Add(change, $"RENAME INDEX {Q(rename.Before.LocalName)} TO {Q(rename.After.LocalName)}", Cost.InPlace, isIndex: true);
            return;
        }

        if (change is Change.Drop drop)
        {
            _clauses.Add(change, $"DROP INDEX {Q(drop.Before.LocalName)}",
                drop.Before is UniqueConstraint u && NeedsHiddenColumn(change, u.Columns) ? Cost.Copy : Cost.InPlace,
                drop.Before is UniqueConstraint ? [PlanHazards.Weakens(change, change.Owner)] : [], isIndex: true);
            return;
        }

        if (change is Change.Alter alter && !IsMadeAgain(alter.After) && OnlyVisibility(alter) is { } sql)
        {
            _clauses.Add(change, sql, Cost.InPlace, isIndex: true);
            return;
        }

        var remove = change is Change.Alter or Change.Rename && Before(change) is var before ? $"DROP INDEX {Q(before.LocalName)}, " : "";
        if (change.Subject is UniqueConstraint unique)
            _clauses.Add(change, $"{remove}ADD {_render.Unique(unique)}",
                NeedsHiddenColumn(change, unique.Columns) ? Cost.Copy : Cost.InPlace, [_clauses.MayShare(change)],
                [.. _rows.Duplicates(change, unique.Columns)], isIndex: true);
        else
        {
            var index = (Index)change.Subject;
            _clauses.Add(change, $"{remove}ADD {_render.Index(index)}", Costs(change, index), isIndex: true);
        }
    }

    // The first full-text index gives every row a hidden number; behind another one the table is no longer plain.
    private Cost Costs(Change change, Index index)
    {
        var isHidden = NeedsHiddenColumn(change, index.Columns);
        return index.Method == TableKeys.Vector || (isHidden && change is not Change.Add) ? Cost.Copy
            : index.Method == "FULLTEXT" ? Cost.SharedRebuild
            : isHidden || index.Method == "SPATIAL" ? Cost.Shared
            : Cost.InPlace;
    }

    // An index on an expression is one on a hidden computed column, and so is MariaDB's unique key of texts without a limit.
    private bool NeedsHiddenColumn(Change change, EquatableArray<IndexPart> parts) =>
        parts.Any(p => p.Expression is not null)
            || (change is Change.Alter { Before: Index before } && before.Columns.Any(p => p.Expression is not null))
        || (change is Change.Alter { Before: UniqueConstraint was } && was.Columns.Any(p => p.Expression is not null))
        || (_server.IsMariaDb && change.Subject is UniqueConstraint
            && parts.Sum(p =>
                p.PrefixLength is null && _after.Column(p.Column) is { } c ? NativeType.Of(c.Type.Native!).BytesIn(c.CharSet) : 0) > 3072);

    private bool IsMadeAgain(SchemaObject index) =>
        _columns.MakesAgain(index switch { Index i => i.Columns, UniqueConstraint u => u.Columns, _ => [] });

    private string? OnlyVisibility(Change.Alter change)
    {
        var (word, before, after) = (change.Before, change.After) switch
        {
            (Index b, Index a) when b.Invisible != a.Invisible =>
                (a.Invisible, (SchemaObject)(b with { Invisible = a.Invisible }), (SchemaObject)a),
            (UniqueConstraint b, UniqueConstraint a) when b.Options != a.Options =>
                (a.Options.Any(o => o.Name == TableKeys.Invisible), b with { Options = a.Options }, a),
            _ => (false, change.After, change.Before),
        };
        if (ReferenceEquals(before, change.After) || !before.HasSameFacets(after)) return null;
        return $"ALTER INDEX {Q(change.After.LocalName)} "
            + $"{(_server.IsMariaDb ? word ? "IGNORED" : "NOT IGNORED" : word ? "INVISIBLE" : "VISIBLE")}";
    }

    private void Options(Change change, Table before, Table after)
    {
        if (before.Comment != after.Comment) _clauses.Add(change, $"COMMENT={MySqlText.Literal(after.Comment ?? "")}", Cost.InPlace);
        var gone = before.Options.Select(o => o.Name).Except(after.Options.Select(o => o.Name))
            .Select(n => new TableOption(n, Render.DefaultOf(n)));
        foreach (var option in after.Options.Except(before.Options).Concat(gone))
        {
            if (option.Name == TableOptions.CharSet) continue;
            if (option.Name == TableOptions.Versioning)
            {
                Versioning(change, after);
                continue;
            }

            // With its character set, or the server might take the set's own collation.
            var sql = option.Name == TableOptions.Collate
                ? $"DEFAULT CHARACTER SET {after.ValueOf(TableOptions.CharSet)} COLLATE {option.Value}"
                : Render.Option(option);
            _clauses.Add(change, sql,
                option.Name switch { TableOptions.Collate => CollationCost(before, after), "ROW_FORMAT" => Cost.Rebuild, _ => Cost.Copy });
        }
    }

    // MySQL lets nobody write meanwhile when columns get another collation in the same statement.
    private Cost CollationCost(Table before, Table after) =>
        !_server.IsMariaDb && after.Columns.Any(a => before.Column(a.Name) is { } b && b.Collation != a.Collation)
            ? Cost.Shared
            : Cost.InPlace;

    private void Versioning(Change change, Table after)
    {
        if (after.HasOption(TableOptions.Versioning)) _clauses.Add(change, "ADD SYSTEM VERSIONING", Cost.Copy);
        else _clauses.Add(change, "DROP SYSTEM VERSIONING", Cost.Copy,
            [PlanHazards.Loses(change.Id, $"dropping the history of {change.Id}", $"the history of {change.Id}")]);
    }

    private static SchemaObject Before(Change change) =>
        change switch { Change.Alter a => a.Before, Change.Rename r => r.Before, _ => change.Subject };

    /// <summary>The parts of every key and index.</summary>
    public static IEnumerable<IndexPart> Keys(Table table) =>
        table.Indexes.SelectMany(i => i.Columns).Concat(table.UniqueConstraints.SelectMany(u => u.Columns))
            .Concat(table.PrimaryKey?.Columns ?? []);

    private static string Q(Identifier name) => MySqlText.Quote(name);
}
