namespace SchemaSync.Sqlite.Planning;

/// <summary>The changes inside one table: in place where ALTER TABLE can (lang_altertable), else one rebuild for all of them.</summary>
internal sealed class TableWork
{
    private readonly List<string> _reasons = [];
    private readonly FilledValues _values;

    public TableWork(Table before, Table after, IReadOnlyList<Change> changes, RowValues values)
    {
        (Before, After, Changes, _values) = (before, after, changes, new(before, after, values));
        foreach (var change in changes)
        {
            if (WhyRebuild(change) is { } reason) _reasons.Add(reason);
        }

        // A table has a column that holds values at every moment, and columns go before others come.
        if (before.Columns.All(c =>
            c.Computed is not null || changes.Any(d => d is Change.Drop { Before: Column gone } && gone.Name == c.Name)))
                _reasons.Add("SQLite cannot drop the last column");
    }

    /// <summary>The table once renames are done.</summary>
    public Table Before { get; }

    /// <summary>The table as wanted.</summary>
    public Table After { get; }

    /// <summary>What differs; renames of table and columns are not among it.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>Whether the table is copied.</summary>
    public bool NeedsRebuild => _reasons.Count > 0;

    private IEnumerable<Column> AddedColumns => Changes.OfType<Change.Add>().Select(a => a.After).OfType<Column>();

    /// <summary>What happens to indexes, once for each: one that is renamed and altered is made anew under its new name.</summary>
    private IEnumerable<Change> IndexChanges =>
        Changes.Where(c =>
            c.Subject is Index
                && !(c is Change.Rename
                    && Changes.Any(o => o is Change.Alter && o.Subject is Index && o.Subject.LocalName == c.Subject.LocalName)));

    /// <summary>Indexes that go or change; a rebuild takes the others with the old table.</summary>
    public void DropIndexes(StepList steps)
    {
        foreach (var change in IndexChanges.Where(c => c is not Change.Add))
        {
            var index = Former(change);
            steps.Add(new Step
            {
                Sql = $"DROP INDEX {SqliteText.Quote(index.Name)}", Serves = change.ToString(),
                Subject = change.Id, Lock = LockMode.BlocksWrites,
                Hazards = change is Change.Drop { Before: Index { Unique: true } }
                    or Change.Alter { Before: Index { Unique: true }, After: Index { Unique: false } }
                        ? [PlanHazards.Weakens(change, change.Owner)]
                        : [],
                Reverse = new(ReverseKind.Sql, Render.Create(Before, index)),
            });
        }
    }

    private Index Former(Change change) => (Index)(change switch
    {
        Change.Drop drop => drop.Before,
        Change.Alter alter =>
            Changes.OfType<Change.Rename>().FirstOrDefault(r => r.After is Index && r.After.LocalName == alter.After.LocalName)?.Before
                ?? alter.Before,
        _ => ((Change.Rename)change).Before,
    });

    /// <summary>Columns, constraints and options.</summary>
    public void ChangeTable(StepList steps)
    {
        if (NeedsRebuild)
        {
            Rebuild.Add(steps, Before, After, Changes, _values, string.Join("; ", _reasons.Distinct()));
            return;
        }

        // Before what the values are computed from goes.
        foreach (var column in After.Columns.Where(c => _values.IsFilled(c.Name))) _values.Fill(steps, column);
        foreach (var change in Changes.OfType<Change.Drop>().Where(c => c.Before is CheckConstraint)) DropCheck(steps, change);
        foreach (var change in Changes.OfType<Change.Drop>().Where(c => c.Before is Column)) DropColumn(steps, change);
        foreach (var change in Changes.OfType<Change.Add>().Where(c => c.After is Column)) AddColumn(steps, change);
        foreach (var change in Changes.OfType<Change.Alter>().Where(c => c.After is Column)) AlterNullability(steps, change);
    }

    /// <summary>Indexes that are new or changed; after a rebuild all of them.</summary>
    public void CreateIndexes(StepList steps)
    {
        var changed = IndexChanges.Where(c => c is not Change.Drop).ToDictionary(c => c.Subject.LocalName, c => c);
        var recompared = NeedsRebuild ? RebuildRisks.Recompared(Before, After) : [];
        foreach (var index in After.Indexes)
        {
            changed.TryGetValue(index.Name, out var change);
            if (change is null && !NeedsRebuild) continue;
            var mayFail = change is not null || RebuildRisks.IsOver(index, recompared);
            if (index.Unique && mayFail) new RebuildRisks(Before, After, Changes, _values).Ask(steps, index);
            steps.Add(CreateIndex(After, index, change?.ToString() ?? $"keep {ObjectId.Of(After.Name, index)}", mayFail));
        }
    }

    /// <summary>CREATE INDEX with its facts.</summary>
    public static Step CreateIndex(Table table, Index index, string serves, bool mayFail = false)
    {
        var path = ObjectId.Of(table.Name, index);
        return new Step
        {
            Sql = Render.Create(table, index), Serves = serves, Subject = path, Lock = LockMode.BlocksWrites, Rows = RowAccess.Scan,
            Hazards = index.Unique && mayFail ? [PlanHazards.MayFail(path, $"creating {path}", table.Name, "two rows share a key")] : [],
            Reverse = new(ReverseKind.Sql, $"DROP INDEX {SqliteText.Quote(index.Name)}"),
        };
    }

    private string? WhyRebuild(Change change) => change switch
    {
        { Subject: Index } => null,
        Change.Add { After: Column column } =>
            _values.Has(column.Name) ? $"rows that are there get values of {column.Name}" : WhyNotAdd(column),
        Change.Drop { Before: Column column } => WhyNotDrop(column),
        Change.Alter { Before: Column b, After: Column a } =>
            (b with { Nullable = a.Nullable, Name = a.Name }).HasSameFacets(a) && a.Computed is null
                ? null
                : $"SQLite cannot alter the definition of column {a.Name}",
        Change.Add { After: CheckConstraint check } =>
            AddedWith(check) is null ? "SQLite's ADD CHECK refuses rows for which the check is unknown" : null,
        Change.Drop { Before: CheckConstraint check } => check.Name.IsEmpty ? "SQLite cannot drop a check that has no name" : null,
        Change.Alter { After: Table } => "SQLite cannot alter table options",
        _ => $"SQLite cannot change {Article.With(change.Subject.Kind)} of an existing table",
    };

    // lang_altertable, section 4 (ADD COLUMN): limits of what can be appended to stored rows without writing them.
    private static string? WhyNotAdd(Column column)
    {
        if (column.Computed is { Stored: true }) return $"SQLite cannot add the stored column {column.Name}";
        if (column.Computed is not null) return column.Nullable ? null : $"SQLite cannot add the computed NOT NULL column {column.Name}";
        if (column.Default is { } value && !Render.IsLiteral(value.Text))
            return $"SQLite cannot add column {column.Name} with a default that is no constant";
        var hasDefault = column.Default is { } given && !given.Text.Equals("NULL", StringComparison.OrdinalIgnoreCase);
        return column.Nullable || hasDefault ? null : $"SQLite cannot add column {column.Name} as NOT NULL without a default";
    }

    // lang_altertable, section 5 (DROP COLUMN). Indexes that use the column are dropped before.
    private string? WhyNotDrop(Column column)
    {
        var inKey = Before.PrimaryKey?.Columns.Concat(Before.UniqueConstraints.SelectMany(u => u.Columns)).Any(p =>
            p.Column == column.Name) ?? Before.UniqueConstraints.Any(u => u.Columns.Any(p => p.Column == column.Name));
        if (inKey || Before.ForeignKeys.Any(f => f.Columns.Contains(column.Name))) return $"column {column.Name} is part of a key";
        var texts = Before.CheckConstraints.Select(c => c.Expression)
            .Concat(Before.Columns.Where(c => c.Name != column.Name && c.Computed is not null).Select(c => c.Computed!.Expression));
        return texts.Any(t => Questions.Uses(t, column.Name)) ? $"column {column.Name} is used by a check or a computed column" : null;
    }

    private void AddColumn(StepList steps, Change.Add change)
    {
        var column = (Column)change.After;
        var checks = Checks(column).ToList();
        foreach (var check in checks) Questions.Holds(steps, Before, check, new RowsToCome(Before, After, _values).Typed([column.Name]));
        AddColumn(steps, change, column, checks);
    }

    private void AddColumn(StepList steps, Change.Add change, Column column, List<CheckConstraint> checks) => steps.Add(new Step
    {
        Sql = $"ALTER TABLE {SqliteText.Quote(After.Name)} ADD COLUMN "
            + $"{Render.Column(After, column)}{string.Concat(checks.Select(c => " " + Render.Check(c)))}",
        Serves = change.ToString(), Subject = change.Id, Lock = LockMode.BlocksWrites,
        Hazards = checks.Count > 0 && column.Default is not null
            ? [PlanHazards.MayFail(change.Id, change.ToString(), After.Name, "the check is false")]
            : [],
        Reverse = new(ReverseKind.Sql,
            $"ALTER TABLE {SqliteText.Quote(After.Name)} DROP COLUMN {SqliteText.Quote(change.After.LocalName)}"),
    });

    private void DropColumn(StepList steps, Change.Drop change) => steps.Add(new Step
    {
        Sql = $"ALTER TABLE {SqliteText.Quote(After.Name)} DROP COLUMN {SqliteText.Quote(change.Before.LocalName)}",
        Serves = change.ToString(), Subject = change.Id, Lock = LockMode.BlocksWrites, Rows = RowAccess.Rewrite,
        Hazards = [PlanHazards.Loses(change.Id, $"dropping {change.Id}")],
        Reverse = new(ReverseKind.Impossible, "the values are gone; only the empty column comes back"),
    });

    private void AlterNullability(StepList steps, Change.Alter change)
    {
        var column = (Column)change.After;
        var isFilled = _values.IsFilled(column.Name);
        if (!column.Nullable && !isFilled) Questions.NoNulls(steps, Before, column);
        var name = SqliteText.Quote(column.Name);
        var head = $"ALTER TABLE {SqliteText.Quote(After.Name)} ALTER COLUMN {name}";
        var (sql, back) = column.Nullable
            ? ($"{head} DROP NOT NULL", $"{head} SET NOT NULL")
            : ($"{head} SET NOT NULL", $"{head} DROP NOT NULL");
        steps.Add(new Step
        {
            Sql = sql, Serves = change.ToString(), Subject = change.Id, Lock = LockMode.BlocksWrites,
            Rows = column.Nullable ? RowAccess.None : RowAccess.Scan,
            Hazards = column.Nullable || isFilled
                ? []
                : [PlanHazards.MayFail(change.Id, change.ToString(), After.Name, $"{column.Name} is NULL")],
            Reverse = new(ReverseKind.Sql, back),
        });
    }

    private void DropCheck(StepList steps, Change.Drop change) => steps.Add(new Step
    {
        Sql = $"ALTER TABLE {SqliteText.Quote(After.Name)} DROP CONSTRAINT {SqliteText.Quote(change.Before.LocalName)}",
        Serves = change.ToString(), Subject = change.Id, Lock = LockMode.BlocksWrites,
        Hazards = [PlanHazards.Weakens(change, change.Owner)],
        Reverse = new(ReverseKind.Sql, "a rebuild of the table with the check"),
    });

    /// <summary>The new column that a new check is about, alone: its definition carries the check, and NULL passes there.</summary>
    private Column? AddedWith(CheckConstraint check)
    {
        var used = After.Columns.Where(c => Questions.Uses(check.Expression, c.Name)).ToList();
        return used is [var only] && AddedColumns.Contains(only) && only.Computed is null ? only : null;
    }

    private IEnumerable<CheckConstraint> Checks(Column column) =>
        Changes.OfType<Change.Add>().Select(a => a.After).OfType<CheckConstraint>().Where(c => AddedWith(c) == column);
}
