namespace SchemaSync.MySql.Planning;

/// <summary>The changes inside one table, as clauses of ALTER TABLE. Foreign keys are the planner's: they concern two tables.</summary>
internal sealed class TableWork
{
    private readonly Table _before, _after;
    private readonly MySqlCapabilities _server;
    private readonly Render _render;
    private readonly List<Clause> _clauses = [];
    private readonly bool _isPlain;
    private readonly Change? _table;

    public TableWork(Table before, Table after, IReadOnlyList<Change> changes, MySqlCapabilities server)
    {
        (_before, _after, _server, _render) = (before, after, server, new(server));
        // Only of such a table is it known what an ALTER costs.
        _isPlain = before.EngineOf() == after.EngineOf() && after.EngineOf() == TableOptions.InnoDb
            && before.ValueOf("ROW_FORMAT") is not "COMPRESSED"
            && !before.HasOption(TableOptions.Versioning) && !before.Indexes.Any(i => i.Method is not null)
            && before.PartitionBy is null && after.PartitionBy is null;
        _table = changes.FirstOrDefault(c => c is Change.Alter { After: Table });
        foreach (var change in changes.Where(c => c is Change.Drop && c.Subject is not Column)) Add(change);
        AddColumns(changes);
        foreach (var change in changes.Where(c => c is not Change.Drop && c.Subject is not Column)) Add(change);
    }

    /// <summary>The statements.</summary>
    public IEnumerable<Step> Steps() =>
        AlterTable.Steps(_after, _clauses, NeedsOneStatement, alter => OnlineClause.Of(_before, _after, _server, alter))
            .Concat(_table is null
                ? []
                : PartitionWork.Steps(_table, _before, _after, alter => OnlineClause.Of(_before, _after, _server, alter)));

    /// <summary>Questions before the first statement.</summary>
    public IEnumerable<DataCheck> DataChecks => _clauses.SelectMany(c => c.DataChecks).Distinct();

    /// <summary>The one question that no statement answers by itself, under the name that the table has before
    /// the run: whether there are rows for which the server would invent a value.</summary>
    public IEnumerable<DataCheck> RowsUnder(QualifiedName former) =>
        _clauses.Select(c => c.Serves).OfType<Change.Add>().Where(a => a.After is Column column && IsInvented(column))
            .Select(a => HasRows(a, (Column)a.After, former));

    /// <summary>The table, as it is called in the end.</summary>
    public QualifiedName Name => _after.Name;

    // A column that numbers needs its key at once, and an index loses a column that goes.
    private bool NeedsOneStatement =>
        _clauses.Any(c =>
            c.Serves is Change.Add { After: Column { Identity: not null } } or Change.Alter { After: Column { Identity: not null } }
                or Change.Alter { Before: Column { Identity: not null } })
        || _clauses.Select(c => c.Serves).OfType<Change.Drop>()
            .Any(d => d.Before is Column && Keys(_before).Any(p => p.Column == d.Before.LocalName));

    private void AddColumns(IReadOnlyList<Change> changes)
    {
        foreach (var drop in changes.OfType<Change.Drop>().Where(d => d.Before is Column)) DropColumn(drop);
        foreach (var column in _after.Columns)
        {
            var change = changes.FirstOrDefault(c => c is not Change.Drop && c.Subject is Column && c.Subject.LocalName == column.Name);
            if (change is Change.Add) AddColumn(change, column);
            else if (change is Change.Alter alter) Modify(alter, (Column)alter.Before, column);
        }

        // A check of a column is a part of its definition.
        foreach (var change in changes.Where(c => c.Subject is CheckConstraint { Column.IsEmpty: false } && c is not Change.Rename))
        {
            var check = (CheckConstraint)change.Subject;
            if (_after.Column(check.Column) is not { } column || changes.Any(c => c is Change.Add && c.Subject == column)) continue;
            Emit(change, $"MODIFY COLUMN {_render.Column(_after, column)}",
                change is not Change.Drop ? Cost.CheckedCopy : IsJson(check) ? Cost.Copy : Cost.Instant,
                Rule(change, check), Violations(change, check));
        }
    }

    private void DropColumn(Change.Drop change)
    {
        var column = (Column)change.Before;
        var cost = Keys(_before).Any(p => p.Column == column.Name) ? Cost.Rebuild
            : _server.ChangesColumnsInstantly ? Cost.Instant
            : Cost.Rebuild;
        Emit(change, $"DROP COLUMN {Q(column.Name)}", cost,
            column.Computed is not null ? [] : [Hazard(Hazards.LosesData, change, $"dropping {change.Id}", change.Id.ToString())]);
    }

    private void AddColumn(Change change, Column column)
    {
        var index = _after.Columns.ToList().IndexOf(column);
        // Behind the column that precedes it, where that costs nothing; a virtual column does at
        // the end alone, and MariaDB copies a table with virtual columns.
        var isLast = index == _after.Columns.Count - 1 || !_server.ChangesColumnsInstantly || column.Computed is { Stored: false }
            || (_server.IsMariaDb && _before.Columns.Any(c => c.Computed is not null));
        var place = isLast ? "" : index == 0 ? " FIRST" : $" AFTER {Q(_after.Columns[index - 1].Name)}";
        var cost = column switch
        {
            { Computed.Stored: true } => Cost.Copy,
            { Identity: not null } => Cost.SharedRebuild,
            { Default: { } value } when !Defaults.IsConstant(value) => Cost.Copy,
            _ when _after.CheckConstraints.Any(c => c.Column == column.Name) => Cost.Copy,
            { Nullable: false, Default: null } when IsSpatial(column) => Cost.Copy,
            _ => Cost.Instant,
        };
        // The server would invent a value: zero, or the empty text.
        if (IsInvented(column))
        {
            Emit(change, $"ADD COLUMN {_render.Column(_after, column)}{place}", cost,
                [Hazard(Hazards.MayFail, change, change.ToString(), _after.Name.ToString(),
                    $"{column.Name} is NOT NULL without a default, and the table has rows")],
                [HasRows(change, column, _after.Name)]);
            return;
        }

        Emit(change, $"ADD COLUMN {_render.Column(_after, column)}{place}", cost);
    }

    private static bool IsInvented(Column column) => column is { Nullable: false, Default: null, Identity: null, Computed: null };

    private static DataCheck HasRows(Change change, Column column, QualifiedName table) =>
        new(change.Id, $"SELECT * FROM {Q(table)} LIMIT 3", $"{column.Name} is NOT NULL without a default, and {table} has rows");

    private void Modify(Change.Alter change, Column before, Column after)
    {
        var what = new ColumnChange(_before, before, after, _server);
        // Values that were different may be the same to a new collation.
        var keys = before.Collation == after.Collation
            ? []
            : _after.UniqueConstraints.Select(u => u.Columns).Concat(_after.PrimaryKey is { } key ? [key.Columns] : [])
                .Where(k => k.Any(p => p.Column == after.Name)).ToList();
        Emit(change, $"MODIFY COLUMN {_render.Column(_after, after)}", what.Cost,
            [.. what.Hazards(change.Id), .. keys.Count > 0 ? (IEnumerable<Hazard>)[MayShare(change)] : []],
            [.. what.DataChecks(change.Id), .. keys.SelectMany(k => Duplicates(change, k))]);
    }

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
            Emit(change, $"{drop}ADD {Render.PrimaryKey(key)}", Cost.Rebuild, [MayShare(change)], [.. Duplicates(change, key.Columns)]);
        }
        else Emit(change, "DROP PRIMARY KEY", Cost.Copy, [Weakens(change)]);
    }

    private void Check(Change change)
    {
        var drop = change is Change.Add
            ? ""
            : $"DROP CONSTRAINT {Q(change is Change.Drop d ? d.Before.LocalName : Before(change).LocalName)}";
        if (change is Change.Drop)
        {
            Emit(change, drop, Cost.Instant, [Weakens(change)]);
            return;
        }

        var check = (CheckConstraint)change.Subject;
        var add = $"ADD {Render.Check(check)}";
        var sql = drop.Length == 0 ? add : $"{drop}, {add}";
        if (check.NotEnforced) Emit(change, sql, Cost.Instant, drop.Length == 0 ? [] : [Weakens(change)]);
        else Emit(change, sql, Cost.Copy, Rule(change, check), Violations(change, check));
    }

    private EquatableArray<Hazard> Rule(Change change, CheckConstraint check) => change is Change.Drop ? [Weakens(change)]
        : [Hazard(Hazards.MayFail, change, change.ToString(), _after.Name.ToString(),
            $"a row does not satisfy {check.Expression.Canonical}")];

    // Rows can be asked only where every column that the check names is there before the first statement.
    private EquatableArray<DataCheck> Violations(Change change, CheckConstraint check) =>
        change is not Change.Drop
            && _after.Columns.Where(c => MySqlText.Mentions(check.Expression, c.Name))
                .All(c => _before.Column(c.Name) is { } b && b.Type == c.Type)
            ? [new(change.Id, $"SELECT * FROM {Q(_after.Name)} WHERE NOT ({check.Expression.Text}) LIMIT 1000",
                $"rows of {_after.Name} do not satisfy {check.Expression.Canonical}")] : [];

    private void Key(Change change)
    {
        if (change is Change.Rename rename)
        {
            Emit(change, $"RENAME INDEX {Q(rename.Before.LocalName)} TO {Q(rename.After.LocalName)}", Cost.InPlace, isIndex: true);
            return;
        }

        if (change is Change.Drop drop)
        {
            Emit(change, $"DROP INDEX {Q(drop.Before.LocalName)}",
                drop.Before is UniqueConstraint u && NeedsHiddenColumn(change, u.Columns) ? Cost.Copy : Cost.InPlace,
                drop.Before is UniqueConstraint ? [Weakens(change)] : [], isIndex: true);
            return;
        }

        if (change is Change.Alter alter && OnlyVisibility(alter) is { } sql)
        {
            Emit(change, sql, Cost.InPlace, isIndex: true);
            return;
        }

        var remove = change is Change.Alter { Before: var before } ? $"DROP INDEX {Q(before.LocalName)}, " : "";
        if (change.Subject is UniqueConstraint unique)
            Emit(change, $"{remove}ADD {_render.Unique(unique)}", NeedsHiddenColumn(change, unique.Columns) ? Cost.Copy : Cost.InPlace,
                [MayShare(change)], [.. Duplicates(change, unique.Columns)], isIndex: true);
        else
        {
            var index = (Index)change.Subject;
            Emit(change, $"{remove}ADD {_render.Index(index)}", Costs(change, index), isIndex: true);
        }
    }

    // The first full-text index gives every row a hidden number; behind another one the table is no longer plain.
    private Cost Costs(Change change, Index index)
    {
        var isHidden = NeedsHiddenColumn(change, index.Columns);
        return isHidden && change is Change.Alter ? Cost.Copy
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
        if (before.Comment != after.Comment) Emit(change, $"COMMENT={MySqlText.Literal(after.Comment ?? "")}", Cost.InPlace);
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
            Emit(change, sql,
                option.Name switch { TableOptions.Collate => CollationCost(before, after), "ROW_FORMAT" => Cost.Rebuild, _ => Cost.Copy });
        }
    }

    // MySQL lets nobody write meanwhile when columns get another collation in the same statement.
    private Cost CollationCost(Table before, Table after) =>
        !_server.IsMariaDb && after.Columns.Any(a => before.Column(a.Name) is { } b && b.Collation != a.Collation)
            ? Cost.Shared
            : Cost.InPlace;

    private IEnumerable<DataCheck> Duplicates(Change change, EquatableArray<IndexPart> parts)
    {
        if (parts.Any(p => p.Expression is not null || _before.Column(p.Column) is null)) return [];
        var keys = parts.Select(p =>
        {
            var name = p.PrefixLength is { } length ? FormattableString.Invariant($"LEFT({Q(p.Column)}, {length})") : Q(p.Column);
            var (was, becomes) = (_before.Column(p.Column)!, _after.Column(p.Column)!);
            return becomes.Collation is { } collation && was.Collation is not null && was.Collation != collation
                ? $"CONVERT({name} USING {becomes.CharSet}) COLLATE {collation}"
                : name;
        }).ToList();
        var named = keys.Select((k, i) => FormattableString.Invariant($"{k} AS key{i + 1}"));
        var sql = $"SELECT {string.Join(", ", named)}, count(*) AS occurrences FROM {Q(_after.Name)} WHERE "
            + $"{string.Join(" AND ", parts.Select(p => $"{Q(p.Column)} IS NOT NULL"))} "
            + $"GROUP BY {string.Join(", ", keys)} HAVING count(*) > 1 LIMIT 1000";
        return [new(change.Id, sql, $"rows of {_after.Name} share a key")];
    }

    private void Emit(Change change, string sql, Cost cost, EquatableArray<Hazard> hazards = default,
        EquatableArray<DataCheck> checks = default, bool isIndex = false) =>
        _clauses.Add(new(sql, change, _isPlain ? cost : Cost.Copy)
        {
            Hazards = hazards,
            DataChecks = checks,
            IsIndex = isIndex && _isPlain,
        });

    private Hazard MayShare(Change change) =>
        Hazard(Hazards.MayFail, change, change.ToString(), _after.Name.ToString(), "two rows share a key");

    private static Hazard Weakens(Change change) => Hazard(Hazards.WeakensIntegrity, change, change.ToString(), change.Owner.Name.Value);

    private static Hazard Hazard(DiagnosticEntry entry, Change change, params string[] arguments) =>
        new(Diagnostic.Of(entry, arguments) with { Subject = change.Id });

    private void Versioning(Change change, Table after)
    {
        if (after.HasOption(TableOptions.Versioning)) Emit(change, "ADD SYSTEM VERSIONING", Cost.Copy);
        else Emit(change, "DROP SYSTEM VERSIONING", Cost.Copy,
            [Hazard(Hazards.LosesData, change, $"dropping the history of {change.Id}", $"the history of {change.Id}")]);
    }

    // With this check the column is of a type of its own to MariaDB, though it prints the same name for both.
    private static bool IsJson(CheckConstraint check) =>
        check.Expression.Canonical.StartsWith("json_valid(", StringComparison.OrdinalIgnoreCase);

    private static bool IsSpatial(Column column) =>
        NativeType.Of(column.Type.Native!).Name is "geometry" or "point" or "linestring" or "polygon" or "multipoint" or "multilinestring"
            or "multipolygon" or "geomcollection" or "geometrycollection";

    private static SchemaObject Before(Change change) =>
        change switch { Change.Alter a => a.Before, Change.Rename r => r.Before, _ => change.Subject };

    private static IEnumerable<IndexPart> Keys(Table table) =>
        table.Indexes.SelectMany(i => i.Columns).Concat(table.UniqueConstraints.SelectMany(u => u.Columns))
            .Concat(table.PrimaryKey?.Columns ?? []);

    private static string Q(Identifier name) => MySqlText.Quote(name);

    private static string Q(QualifiedName name) => MySqlText.Quote(name);
}
