namespace SchemaSync.PostgreSql.Planning;

/// <summary>Changes of the columns of one table.</summary>
internal sealed class ColumnWork(PlanState state, PlanSteps steps, Table after)
{
    private readonly string _table = PostgreSqlText.Quote(after.Name);
    private readonly ColumnTypeWork _types = new(state, steps, after);

    /// <summary>Whether a change cannot be made to the column as it is: it is dropped and added again, and its values are gone.</summary>
    public static bool IsReplaced(Change.Alter change)
    {
        var (b, a) = ((Column)change.Before, (Column)change.After);
        if (b.Computed is null && a.Computed is null) return false;
        if (a.Computed is null) return !b.Computed!.Stored;
        if (b.Computed is null || b.Computed.Stored != a.Computed.Stored) return true;
        return b.Computed.Expression.Canonical != a.Computed.Expression.Canonical || b.Type != a.Type || b.Collation != a.Collation;
    }

    /// <summary>Whether the type or collation changes.</summary>
    public static bool IsRetyped(Change.Alter change) =>
        change is { Before: Column b, After: Column a } && (b.Type != a.Type || b.Collation != a.Collation);

    /// <summary>
    /// Computed columns that stay as they are but are computed from one that changes: the server refuses to change it under them,
    /// so they are made again.
    /// </summary>
    public static IEnumerable<Column> Around(PlanState state, QualifiedName table, IEnumerable<Change.Alter> alters)
    {
        var changed = alters.Where(a => IsRetyped(a) && !IsReplaced(a)).ToList();
        if (changed.Count == 0 || !state.FromTables.TryGetValue(table, out var before)) yield break;
        foreach (var column in state.ToTables[table].Columns.Where(c => c.Computed is not null && c == before.Column(c.Name)))
        {
            if (changed.Exists(a => ObjectUses.Names(column.Computed!.Expression, a.After.LocalName))) yield return column;
        }
    }

    /// <summary>Drops first, so that a column may come back under its name; then additions; then alterations.</summary>
    public void Plan(IReadOnlyList<Change> changes)
    {
        var alters = changes.OfType<Change.Alter>().Where(c => c.After is Column).ToList();
        var replaced = alters.Where(c => IsReplaced(c))
            .Concat(Around(state, after.Name, alters).Select(c => new Change.Alter(after.Name, c, c))).ToList();
        _types.Keep(alters.Except(replaced));
        // A computed column goes before those it is computed from, and comes after them.
        var drops = changes.OfType<Change.Drop>().Where(c => c.Before is Column).Select(c => ((Change)c, Column: (Column)c.Before));
        foreach (var (change, column) in drops.Concat(replaced.Select(c => ((Change)c, Column: (Column)c.Before)))
            .OrderBy(d => d.Column.Computed is null)) Drop(change, column);
        foreach (var add in changes.OfType<Change.Add>().Where(c => c.After is Column { Computed: null })) Add(add, (Column)add.After);
        _types.Retype(alters.Except(replaced).Where(IsRetyped).ToList());
        foreach (var alter in alters.Except(replaced)) Alter(alter, (Column)alter.Before, (Column)alter.After);
        foreach (var change in changes.OfType<Change.Add>().Cast<Change>().Where(c => c.Subject is Column { Computed: not null })
            .Concat(replaced)) Add(change, (Column)change.Subject);
    }

    /// <summary>The column comes empty, so that nothing but what is declared gets into rows
    /// that are there; whoever writes meanwhile gets the default.</summary>
    private void AddFilled(Change change, Column column, Intent fill)
    {
        var bare = column with { Nullable = true, Default = null, NotNullNotValid = false, NotNullNoInherit = false };
        var head = $"ALTER TABLE {_table} ALTER COLUMN {PostgreSqlText.Quote(column.Name)}";
        steps.Catalogue(Phase.Alter, change, $"ALTER TABLE {_table} ADD COLUMN {ColumnText.Define(bare)}",
            $"ALTER TABLE {_table} DROP COLUMN {PostgreSqlText.Quote(column.Name)}");
        if (column.Default is { } value) steps.Catalogue(Phase.Alter, change, $"{head} SET DEFAULT {value.Text}");
        var filled = new FilledColumn(state, steps, after, column, fill);
        filled.Plan(change);
        Require(change, bare, column, head, filled);
    }

    private void Require(Change change, Column b, Column a, string head, FilledColumn? filled)
    {
        if (IsOdd(b) || IsOdd(a)) NamedNotNull(change, b, a, head, filled);
        else if (b.Nullable != a.Nullable) Nullability(change, a, head, filled);
    }

    private void Add(Change change, Column column)
    {
        if (state.Values.Fill(change.Id) is { } fill) AddFilled(change, column, fill);
        else AddAtOnce(change, column);
        foreach (var clause in ColumnText.Settings(column)) steps.Catalogue(Phase.Alter, change, $"ALTER TABLE {_table} {clause}");
        if (column.Comment is { } comment) steps.Catalogue(Phase.Alter, change, CommentText.Set(after.Name, column, comment));
    }

    private void AddAtOnce(Change change, Column column)
    {
        var rewrites = column.Identity is not null || column.Computed is { Stored: true }
            || (column.Default is { } value && VolatileDefault.Is(value));
        if (rewrites || column.Default is not null) _types.RefuseInside(change);
        var isUnfilled = IsUnfilled(column);
        if (isUnfilled)
            steps.Ask(FillSteps.Ask(change.Id, $"SELECT * FROM {PostgreSqlText.Quote(state.Former(after.Name))}",
                $"{after.Name} has rows, and {column.Name} is NOT NULL without a default", column.Type.Native ?? ""));
        steps.Add(Phase.Alter,
            PlanSteps.Brief(change.ToString(), change.Id, $"ALTER TABLE {_table} ADD COLUMN {ColumnText.Define(column)}",
                $"ALTER TABLE {_table} DROP COLUMN {PostgreSqlText.Quote(column.Name)}",
        [
            .. rewrites ? [PlanHazards.Rewrites(change.Id, change.ToString(), after.Name)] : (Hazard[])[],
            .. isUnfilled
                ? [PlanHazards.MayFail(change.Id, change.ToString(), after.Name, FillSteps.NoValue(column.Name, column.Type.Native))]
                : (Hazard[])[],
        ]) with { Rows = rewrites ? RowAccess.Rewrite : RowAccess.None });
    }

    private static bool IsUnfilled(Column column) =>
        column is { Nullable: false, NotNullNotValid: false, Default: null, Identity: null, Computed: null };

    private void Drop(Change change, Column column) =>
        steps.Add(change is Change.Drop && state.Values.Reads(column.Name) ? Phase.OnlineDrops : Phase.Alter, PlanSteps.Brief(
        change.ToString(), change.Id, $"ALTER TABLE {_table} DROP COLUMN {PostgreSqlText.Quote(column.Name)}", null,
        column.Computed is null
            ? [PlanHazards.Loses(change.Id, change is Change.Drop ? $"dropping {change.Id}" : change.ToString())]
            : []) with
    {
        Reverse = column.Computed is null
            ? new(ReverseKind.Impossible, "the values are gone; only the empty column comes back")
            : new(ReverseKind.Sql, $"ALTER TABLE {_table} ADD COLUMN {ColumnText.Define(column)}"),
    });

    private void Alter(Change.Alter change, Column b, Column a)
    {
        var head = $"ALTER TABLE {_table} ALTER COLUMN {PostgreSqlText.Quote(a.Name)}";
        Value(change, b, a, head);
        // Before a sequence of the same name is made for the column.
        if (b.Identity is not null && a.Identity is null)
            steps.Catalogue(Phase.DropKeys, change, $"ALTER TABLE {_table} ALTER COLUMN {PostgreSqlText.Quote(a.Name)} DROP IDENTITY");
        var filled = state.Values.Fill(change.Id) is { } fill ? new FilledColumn(state, steps, after, a, fill) : null;
        filled?.Plan(change);
        Require(change, b, a, head, filled);
        if (a.Identity is not null && b.Identity != a.Identity) Identity(change, b, a, head);
        Store(change, b, a, head);
        Options(change, b, a, head);
        if (b.Comment != a.Comment) steps.Catalogue(Phase.Alter, change, CommentText.Set(after.Name, a, a.Comment));
    }

    private void Value(Change.Alter change, Column b, Column a, string head)
    {
        if (!IsRetyped(change) && b.Default?.Canonical != a.Default?.Canonical)
            steps.Catalogue(Phase.Alter, change, a.Default is { } value ? $"{head} SET DEFAULT {value.Text}" : $"{head} DROP DEFAULT");
    }

    private void Store(Change.Alter change, Column b, Column a, string head)
    {
        if (b.Storage != a.Storage)
            steps.Catalogue(Phase.Alter, change,
                a.Storage is { } storage ? $"{head} SET STORAGE {storage}" : DefaultStorage(change, a, head));
        if (b.Compression != a.Compression) steps.Catalogue(Phase.Alter, change, $"{head} SET COMPRESSION {a.Compression ?? "default"}");
    }

    // The word DEFAULT came with version 16; before, only the defaults of common types are known here.
    private string DefaultStorage(Change change, Column column, string head)
    {
        if (state.Server.Major >= 16) return $"{head} SET STORAGE DEFAULT";
        var type = column.Type.Native!.Split('(')[0];
        if (type.EndsWith("[]", StringComparison.Ordinal)
            || type is "text" or "character varying" or "character" or "bytea" or "json" or "jsonb" or "xml" or "tsvector")
                return $"{head} SET STORAGE EXTENDED";
        return type is "numeric" or "inet" or "cidr" ? $"{head} SET STORAGE MAIN"
            : throw PlanState.CannotPlan(change.Id, change.ToString(),
                $"this server cannot set the storage of {column.Name} back to its type's default");
    }

    private void Identity(Change change, Column b, Column a, string head)
    {
        var identity = a.Identity!;
        if (b.Identity is null)
        {
            // After a sequence that did this before is gone, so that the new one gets its name. Numbers begin behind those that
            // are there: a new sequence would give them out again.
            var phase = b.Nullable ? Phase.Online : Phase.Keys;
            steps.Catalogue(phase, change, $"{head} ADD {ColumnText.Identity(identity)}", $"{head} DROP IDENTITY");
            steps.Add(phase, PlanSteps.Brief(change.ToString(), change.Id,
                SequenceText.BringBehind(
                    $"pg_catalog.pg_get_serial_sequence({PostgreSqlText.Literal(_table)}, {PostgreSqlText.Literal(a.Name.Value)})",
                    _table, a.Name)) with
                {
                    Rows = RowAccess.Scan,
                });
            return;
        }

        var (old, bounds) = (NumberBounds.Of(b.Identity.Increment, b.Identity.Min, b.Identity.Max),
            NumberBounds.Of(identity.Increment, identity.Min, identity.Max));
        var sequence = $"pg_catalog.pg_get_serial_sequence({PostgreSqlText.Literal(_table)}, {PostgreSqlText.Literal(a.Name.Value)})";
        var first = b.Identity.Start ?? ((b.Identity.Increment ?? 1) > 0 ? old.Min : old.Max);
        if (!old.IsApart(bounds))
            foreach (var sql in old.Bring(bounds, sequence, "",
                $"COALESCE(pg_catalog.pg_sequence_last_value({sequence}::pg_catalog.regclass), {NumberBounds.N(first)})"))
                    steps.Catalogue(Phase.Alter, change, sql);
        var numbers = SequenceText.AllNumbers(identity.Start, identity.Increment,
            identity.Min, identity.Max, identity.Cache, identity.Cycle);
        steps.Catalogue(Phase.Alter, change,
            $"{head} SET GENERATED {(identity.Always ? "ALWAYS" : "BY DEFAULT")}{string.Concat(numbers.Select(n => $" SET {n}"))}"
                + $"{(old.IsApart(bounds) ? " RESTART" : "")}");
    }

    private void Options(Change change, Column b, Column a, string head)
    {
        if (b.Options == a.Options) return;
        var statistics = a.Options.FirstOrDefault(o => o.Name == StorageOptions.Statistics);
        if (b.Options.FirstOrDefault(o => o.Name == StorageOptions.Statistics) != statistics)
            steps.Catalogue(Phase.Alter, change, $"{head} SET STATISTICS {statistics?.Value ?? "-1"}");
        var set = StorageOptions.Parameters(a.Options.Except(b.Options));
        if (set.Length > 0) steps.Catalogue(Phase.Alter, change, $"{head} SET {set}");
        var gone = b.Options.Where(StorageOptions.IsParameter).Select(o => o.Name).Except(a.Options.Select(o => o.Name)).ToList();
        if (gone.Count > 0)
            steps.Catalogue(Phase.Alter, change,
                $"{head} RESET ({string.Join(", ", gone.Select(n => PostgreSqlText.Quote(new Identifier(n))))})");
    }

    private static bool IsOdd(Column column) => column.NotNullNotValid || column.NotNullNoInherit;

    /// <summary>
    /// NOT NULL with words of its own is a constraint with a name (version 18): the old one goes and the new one binds
    /// new rows in one statement, and the rows that are there are read while everybody works.
    /// </summary>
    private void NamedNotNull(Change change, Column b, Column a, string head, FilledColumn? filled)
    {
        if (b.Nullable == a.Nullable && b.NotNullNotValid == a.NotNullNotValid && b.NotNullNoInherit == a.NotNullNoInherit) return;
        if (a.Nullable)
        {
            Nullability(change, a, head, null);
            return;
        }

        var name = PostgreSqlText.Quote(ConstraintName.NotNull(after, a, state));
        var drop = b.Nullable ? "" : $"ALTER COLUMN {PostgreSqlText.Quote(a.Name)} DROP NOT NULL, ";
        var isProved = !b.Nullable && !b.NotNullNotValid;
        steps.Add(Phase.Online,
            PlanSteps.Brief(change.ToString(), change.Id,
                $"ALTER TABLE {_table} {drop}ADD CONSTRAINT {name} {ColumnText.NotNull(a)} NOT VALID",
                $"{head} DROP NOT NULL") with { Transaction = TransactionMode.Alone });
        filled?.Again(Phase.Online);
        if (a.NotNullNotValid) return;
        if (!isProved && filled is null) CheckNull(change, a);
        Hazard[] hazards = isProved || filled is not null
            ? []
            : [PlanHazards.MayFail(change.Id, change.ToString(), after.Name, $"{a.Name} is NULL")];
        steps.Add(Phase.Online,
            PlanSteps.Brief(change.ToString(), change.Id, $"ALTER TABLE {_table} VALIDATE CONSTRAINT {name}", null, hazards) with
            {
                Transaction = TransactionMode.Alone,
                Lock = LockMode.BlocksDdl,
                Rows = RowAccess.Scan,
            });
    }

    private void CheckNull(Change change, Column column)
    {
        if (!state.Had(after.Name, column.Name)) return;
        steps.Ask(new(change.Id,
            $"SELECT * FROM {PostgreSqlText.Quote(state.Former(after.Name))} WHERE "
                + $"{PostgreSqlText.Quote(state.Former(after.Name, column.Name))} {CompositeWork.IsNotThere(state, column)}",
            $"{column.Name} is NULL") { Value = FillSteps.Example(column.Type.Native ?? "") });
    }

    /// <summary>
    /// SET NOT NULL alone reads the table under ACCESS EXCLUSIVE. A validated check lets the server skip that (manual, ALTER
    /// TABLE, SET NOT NULL). Each step commits alone: one transaction would hold the first lock through the scan.
    /// </summary>
    private void Nullability(Change change, Column column, string head, FilledColumn? filled)
    {
        if (column.Nullable)
        {
            // A key that gets other columns holds its old ones until the new index is there.
            var phase = after.PrimaryKey is not null
                && state.FromTables[after.Name].PrimaryKey?.Columns.Any(c => c.Column == column.Name) == true
                    ? Phase.OnlineDrops
                    : Phase.Alter;
            steps.Catalogue(phase, change, $"{head} DROP NOT NULL", $"{head} SET NOT NULL",
                PlanHazards.MayBeNull(change.Id, change.ToString()));
            return;
        }

        var name = PostgreSqlText.Quote(column.Name);
        var check = PostgreSqlText.Quote(TemporaryName.Of("not_null", after.Name, column.Name));
        var drop = $"ALTER TABLE {_table} DROP CONSTRAINT IF EXISTS {check}";
        if (filled is null) CheckNull(change, column);
        var hazard = PlanHazards.MayFail(change.Id, change.ToString(), after.Name, $"{column.Name} is NULL");
        Step Alone(string sql, LockMode mode, RowAccess rows, params Hazard[] hazards) =>
            PlanSteps.Brief(change.ToString(), change.Id, sql, null, hazards) with
            {
                Lock = mode,
                Rows = rows,
                Transaction = TransactionMode.Alone,
            };
        var online = after.PrimaryKey?.Columns.Any(c => c.Column == column.Name) == true ? Phase.Required : Phase.Online;
        steps.Add(online,
            Alone($"{drop}, ADD CONSTRAINT {check} CHECK ({name} {CompositeWork.IsThere(state, column)}) NOT VALID",
                LockMode.BlocksReads, RowAccess.None));
        filled?.Again(online);
        steps.Add(online,
            Alone($"ALTER TABLE {_table} VALIDATE CONSTRAINT {check}", LockMode.BlocksDdl, RowAccess.Scan, filled is null ? [hazard] : []));
        steps.Add(online,
            Alone($"{head} SET NOT NULL", LockMode.BlocksReads,
                RowAccess.None) with { Reverse = new(ReverseKind.Sql, $"{head} DROP NOT NULL") });
        // Not in the same statement: drops come first there, and the scan would be back.
        steps.Add(online, Alone(drop, LockMode.BlocksReads, RowAccess.None));
    }
}
