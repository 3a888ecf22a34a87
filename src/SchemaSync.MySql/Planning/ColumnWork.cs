namespace SchemaSync.MySql.Planning;

/// <summary>The changes of the columns of one table, as clauses.</summary>
internal sealed class ColumnWork
{
    private readonly Table _start, _before, _after;
    private readonly MySqlCapabilities _server;
    private readonly Render _render;
    private readonly Clauses _clauses;
    private readonly RowQuestions _rows;
    private readonly ColumnPlaces _places;
    private readonly IReadOnlyList<Change> _changes;
    private readonly RowValues? _values;
    private readonly RemadeColumns _remade;

    public ColumnWork(Table start, Table before, Table after, IReadOnlyList<Change> changes, MySqlCapabilities server, Clauses clauses,
        RowValues? values)
    {
        _values = values;
        (_start, _before, _after, _changes, _server, _clauses, _render) = (start, before, after, changes, server, clauses, new(server));
        (_rows, _places) = (new(start, after, values), new(before, after, server));
        _remade = new(before, after, changes, _places, server, clauses, values);
    }

    /// <summary>A clause cannot do without another one of the same statement.</summary>
    public bool NeedsOneStatement => _places.IsAnyPlaced;

    /// <summary>Whether an index on such expressions has to be made again.</summary>
    public bool MakesAgain(EquatableArray<IndexPart> parts) => _remade.IsOverRetyped(parts);

    /// <summary>Whether the server would invent a value for rows that are there: zero, or the empty text.</summary>
    public static bool IsInvented(Column column) => column is { Nullable: false, Default: null, Identity: null, Computed: null };

    /// <summary>Adds the clauses.</summary>
    public void Add()
    {
        foreach (var drop in _changes.OfType<Change.Drop>().Where(d => d.Before is Column)) Drop(drop);
        _remade.Goes();
        foreach (var column in _after.Columns)
        {
            var change = ChangeOf(column.Name);
            if (_places.Behind(column.Name) is not null || _places.Remade.Contains(column.Name)) continue;
            if (change is Change.Add) Add(change, column);
            else if (change is Change.Alter alter) Modify(alter, column);
        }

        foreach (var column in _before.Columns.Where(c => _places.Remade.Contains(c.Name) && _places.Behind(c.Name) is null))
            Place(column.Name);
        foreach (var column in _places.Moved) Place(column);
        Checks();
        _remade.Comes();
    }

    private Change? ChangeOf(Identifier column) =>
        _changes.FirstOrDefault(c => c is not Change.Drop && c.Subject is Column && c.Subject.LocalName == column);

    // A check of a column is a part of its definition.
    private void Checks()
    {
        foreach (var change in _changes.Where(c => c.Subject is CheckConstraint { Column.IsEmpty: false } && c is not Change.Rename))
        {
            var check = (CheckConstraint)change.Subject;
            if (_after.Column(check.Column) is not { } column || ChangeOf(column.Name) is Change.Add
                || _places.Remade.Contains(column.Name) || _values?.Conversion(ObjectId.Of(_after.Name, column)) is not null) continue;
            var cost = change is not Change.Drop ? Cost.CheckedCopy : IsJson(check) ? Cost.Copy : Cost.Instant;
            // In the one clause that the column has anyway.
            _clauses.Add(change, _places.Behind(column.Name) is null ? $"MODIFY COLUMN {_render.Column(_after, column)}"
                : Placed(column), cost,
                _clauses.Rule(change, check), _rows.Violations(change, check));
        }
    }

    private void Drop(Change.Drop change)
    {
        var column = (Column)change.Before;
        var cost = TableWork.Keys(_before).Any(p => p.Column == column.Name) ? Cost.Rebuild
            : _server.ChangesColumnsInstantly ? Cost.Instant
            : Cost.Rebuild;
        _clauses.Add(change, $"DROP COLUMN {Q(column.Name)}", cost,
            column.Computed is not null ? [] : [PlanHazards.Loses(change.Id, $"dropping {change.Id}")]);
    }

    private void Add(Change change, Column column)
    {
        var cost = CostOf(column);
        var sql = $"ADD COLUMN {_render.Column(_after, column)}{PlaceOf(column)}";
        if (_values?.Fill(change.Id) is not null) _clauses.Add(change, sql, cost);
        else if (!IsInvented(column))
        {
            var checks = _rows.WithoutDefault(change, column).ToEquatableArray();
            _clauses.Add(change, sql, cost,
                checks.IsEmpty ? [] : [_clauses.MayFail(change, $"the default of {column.Name} is NULL")], checks);
        }
        else
            _clauses.Add(change, sql, cost,
                [_clauses.MayFail(change, FillSteps.NoValue(column.Name, column.Type.Native))],
                [RowQuestions.HasRows(change, column, _after.Name)]);
    }

    // Behind the column that precedes it, where that costs nothing; a virtual column does at
    // the end alone, and MariaDB copies a table with virtual columns.
    private string PlaceOf(Column column)
    {
        var index = _after.Columns.ToList().IndexOf(column);
        var isLast = index == _after.Columns.Count - 1 || !_server.ChangesColumnsInstantly
            || _places.IsAnyPlaced || column.Computed is { Stored: false }
            || (_server.IsMariaDb && _before.Columns.Any(c => c.Computed is not null)) || IsComputedOfComputed(column);
        return isLast ? "" : index == 0 ? " FIRST" : $" AFTER {Q(_after.Columns[index - 1].Name)}";
    }

    private bool IsComputedOfComputed(Column column) => column.Computed is { } computed
        && _after.Columns.Any(c => c.Computed is not null && c.Name != column.Name && MySqlText.Mentions(computed.Expression, c.Name));

    private Cost CostOf(Column column) => column switch
    {
        { Computed.Stored: true } => Cost.Copy,
        { Identity: not null } => Cost.SharedRebuild,
        { Default: { } value } when !Defaults.IsConstant(value) => Cost.Copy,
        _ when _after.CheckConstraints.Any(c => c.Column == column.Name) => Cost.Copy,
        { Nullable: false, Default: null } when IsSpatial(column) => Cost.Copy,
        _ => Cost.Instant,
    };

    private void Modify(Change.Alter change, Column column)
    {
        if (_values?.Conversion(change.Id) is { } conversion)
        {
            Swap(change, column, conversion);
            return;
        }

        // By then no row lacks the value that it was given.
        var what = new ColumnChange(_before, (Column)change.Before, column, _server) { IsFilled = _values?.Fill(change.Id) is not null };
        var sql = $"MODIFY COLUMN {_render.Column(_after, column)}";
        // One that comes with the same plan has no rows to ask.
        if (_start.Column(column.Name) is null) _clauses.Add(change, sql, what.Cost);
        else _clauses.Add(change, sql, IsComputedFrom(change) ? Again : what.Cost, [.. what.Hazards(change.Id), .. KeyHazards(change)],
            [.. what.DataChecks(change.Id), .. KeyChecks(change)]);
    }

    /// <summary>The column that the server computed takes the place of the old one, in every index as well.</summary>
    private void Swap(Change.Alter change, Column column, Intent conversion)
    {
        bool Over(EquatableArray<IndexPart> parts) =>
            parts.Any(p => p.Column == column.Name || (p.Expression is { } text && MySqlText.Mentions(text, column.Name)));
        void Remake(Identifier name, string sql) => _clauses.Add(change, $"DROP INDEX {Q(name)}, ADD {sql}", Cost.Copy);
        foreach (var unique in _before.UniqueConstraints.Where(u => Over(u.Columns) && _after.UniqueConstraints.Contains(u)))
            Remake(unique.Name, _render.Unique(unique));
        foreach (var index in _before.Indexes.Where(i => Over(i.Columns) && _after.Indexes.Contains(i)))
            Remake(index.Name, _render.Index(index));
        if (_before.PrimaryKey is { } key && key == _after.PrimaryKey && Over(key.Columns))
            _clauses.Add(change, $"DROP PRIMARY KEY, ADD {Render.PrimaryKey(key)}", Cost.Copy);
        var at = _after.Columns.ToList().IndexOf(column);
        var place = at == 0 ? "FIRST" : $"AFTER {Q(_after.Columns[at - 1].Name)}";
        var computed = Q(FilledTable.Computed(column.Name));
        _clauses.Add(change, $"DROP COLUMN {Q(column.Name)}, CHANGE COLUMN {computed} {_render.Column(_after, column)} {place}", Cost.Copy,
        [
            PlanHazards.Loses(change.Id, change.ToString()),
            _clauses.MayFail(change, $"{RowValues.Written(conversion)} gives no {column.Type.Native}"),
        ]);
    }

    // MariaDB leaves stored values as they are where it takes what they are computed from for a change of the catalogue alone.
    private Cost Again => _server.IsMariaDb ? Cost.CheckedCopy : Cost.Copy;

    private bool IsComputedFrom(Change.Alter change) => IsComputedAnew((Column)change.Before, (Column)change.After)
        && _after.Columns.Any(c =>
            c.Name != change.After.LocalName && c.Computed is { } computed
                && MySqlText.Mentions(computed.Expression, change.After.LocalName));

    // What goes and comes again, or stands behind another column than before.
    private void Place(Identifier name)
    {
        var column = _after.Column(name)!;
        var change = ChangeOf(name) ?? new Change.Alter(_after.Name, _before.Column(name)!, column);
        var what = change is Change.Alter alter ? new ColumnChange(_before, (Column)alter.Before, column, _server) : null;
        _clauses.Add(change, Placed(column), Again,
            [.. what?.Hazards(change.Id) ?? [], .. KeyHazards(change)], [.. what?.DataChecks(change.Id) ?? [], .. KeyChecks(change)]);
    }

    private string Placed(Column column)
    {
        var isRemade = _places.Remade.Contains(column.Name);
        var behind = _places.Behind(column.Name) ?? (isRemade ? _places.Former(column.Name) : null);
        var place = behind is { } before ? $" AFTER {Q(before)}" : isRemade ? " FIRST" : "";
        return $"{(isRemade || _before.Column(column.Name) is null ? "ADD" : "MODIFY")} COLUMN {_render.Column(_after, column)}{place}";
    }

    // Values that were different may be the same to a new collation, or once they are computed.
    private IEnumerable<EquatableArray<IndexPart>> KeysOver(Change change) =>
        change is not Change.Alter { Before: Column before, After: Column after }
            || (before.Collation == after.Collation && !IsComputedAnew(before, after)) ? []
            : _after.UniqueConstraints.Select(u => u.Columns).Concat(_after.PrimaryKey is { } key ? [key.Columns] : [])
                .Where(k => k.Any(p => p.Column == after.Name));

    private IEnumerable<CheckConstraint> ChecksOver(Change change) =>
        change is not Change.Alter { Before: Column before, After: Column after } || !IsComputedAnew(before, after) ? []
            : _after.CheckConstraints.Where(c =>
                !c.NotEnforced && MySqlText.Mentions(c.Expression, after.Name) && !_changes.Any(o => o.Subject == c));

    private static bool IsComputedAnew(Column before, Column after) =>
        after.Computed is { } now && before.Computed?.Expression != now.Expression;

    private IEnumerable<Hazard> KeyHazards(Change change) =>
        (KeysOver(change).Any()
            ? [_clauses.MayShare(change)]
            : Array.Empty<Hazard>()).Concat(ChecksOver(change).SelectMany(c => _clauses.Rule(change, c)));

    private IEnumerable<DataCheck> KeyChecks(Change change) =>
        KeysOver(change).SelectMany(k => _rows.Duplicates(change, k))
            .Concat(ChecksOver(change).SelectMany(c => _rows.Violations(change, c)));

    // With this check the column is of a type of its own to MariaDB, though it prints the same name for both.
    private static bool IsJson(CheckConstraint check) =>
        check.Expression.Canonical.StartsWith("json_valid(", StringComparison.OrdinalIgnoreCase);

    private static bool IsSpatial(Column column) =>
        NativeType.Of(column.Type.Native!).Name is "geometry" or "point" or "linestring" or "polygon" or "multipoint" or "multilinestring"
            or "multipolygon" or "geomcollection" or "geometrycollection";

    private static string Q(Identifier name) => MySqlText.Quote(name);
}
