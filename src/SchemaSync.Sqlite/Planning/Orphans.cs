namespace SchemaSync.Sqlite.Planning;

/// <summary>
/// Rows that refer to nothing, asked for before the first statement where the two tables can tell by then. What they cannot tell (a key
/// that is copied into other values, one that no index serves yet) pragma foreign_key_check finds at the end of the transaction.
/// </summary>
internal sealed class Orphans(IReadOnlyDictionary<QualifiedName, Table> from,
    IReadOnlyDictionary<QualifiedName, Table> to, RowValues values)
{
    /// <summary>
    /// With foreign_keys off nothing is checked on the way: ask before, and once more at the end, for every key that is new or whose values
    /// may be others now. Not for the rest: many databases hold orphans, and those that were there before are no reason to refuse another
    /// change.
    /// </summary>
    public void Check(StepList steps, IReadOnlyList<TableWork> work, IReadOnlySet<QualifiedName> dropped)
    {
        var rebuilt = work.Where(w => w.NeedsRebuild).ToDictionary(w => w.After.Name, w => RebuildRisks.Recompared(w.Before, w.After));
        var keyed = work.Where(w => w.Changes.Any(c => c is Change.Add or Change.Alter && c.Subject is ForeignKey))
            .Select(w => w.After.Name).ToHashSet();
        foreach (var table in to.Values.Where(t => from.ContainsKey(t.Name) && !t.ForeignKeys.IsEmpty).OrderBy(t => t.Name))
        {
            if (!keyed.Contains(table.Name)
                && !table.ForeignKeys.Any(f =>
                    dropped.Contains(f.ReferencedTable) || Moved(table.Name, f.Columns) || Moved(f.ReferencedTable, f.ReferencedColumns)))
                        continue;
            Ask(steps, table);
            if (table.ForeignKeys.All(IsWhole))
                steps.Assert(ObjectId.Of(table),
                    $"SELECT \"table\", \"rowid\", \"parent\" FROM pragma_foreign_key_check({StepList.Literal(table.Name)})",
                    $"a row of {table.Name} refers to a row that is not there");
            // The pragma tells nothing of a table with a key that refers to no key (foreignkeys, section 3): SQLite keeps none of it.
            else foreach (var key in table.ForeignKeys.Where(IsWhole)) AssertByHand(steps, table, key);
        }

        bool Moved(QualifiedName table, EquatableArray<Identifier> columns) =>
            rebuilt.TryGetValue(table, out var recompared) && columns.Any(recompared.Contains);
    }

    /// <summary>Whether what is referred to is a key, as far as that is ours to know.</summary>
    private bool IsWhole(ForeignKey key) => !to.TryGetValue(key.ReferencedTable, out var table)
        || (Referred(key, table) is var columns && columns.Count == key.Columns.Count && IsKey(table, columns));

    private void AssertByHand(StepList steps, Table table, ForeignKey key)
    {
        if (!to.TryGetValue(key.ReferencedTable, out var parent)) return;
        var equal = Referred(key, parent).Select((c, i) =>
            $"p.{Q(c)} = {Compared(Types.AffinityOf(parent, parent.Column(c)!), $"c.{Q(key.Columns[i])}")}");
        steps.Assert(ObjectId.Of(table), $"SELECT c.* FROM {Q(table.Name)} AS c WHERE "
            + $"{string.Join(" AND ", key.Columns.Select(c => $"c.{Q(c)} IS NOT NULL"))} AND NOT EXISTS "
            + $"(SELECT 1 FROM {Q(parent.Name)} AS p WHERE {string.Join(" AND ", equal)})",
            $"a row of {table.Name} refers to a row that is not there");
    }

    private static EquatableArray<Identifier> Referred(ForeignKey key, Table table) => key.ReferencedColumns.IsEmpty
        ? table.PrimaryKey?.Columns.Select(p => p.Column).ToEquatableArray() ?? []
        : key.ReferencedColumns;

    /// <summary>Adds the questions for a table that was there before.</summary>
    private void Ask(StepList steps, Table after)
    {
        var before = from[after.Name];
        var filled = new FilledValues(before, after, values);
        var rows = new RowsToCome(before, after, filled);
        foreach (var key in after.ForeignKeys.Where(IsWhole))
        {
            // A new column without a default is NULL everywhere and refers to nothing.
            if (key.Columns.Any(c =>
                !rows.IsKnown(c) || (before.Column(c) is null && !filled.Has(c)
                    && after.Column(c)?.Default is null && after.Column(c)?.Computed is null)))
                    continue;
            if (Missing(key, before, rows) is not { } missing) continue;
            var source = key.Columns.All(rows.IsAsItWas) ? Q(after.Name) : rows.With(key.Columns);
            var conditions = key.Columns.Select(c => $"c.{Q(c)} IS NOT NULL").Append(missing).Where(c => c.Length > 0);
            steps.Ask(ObjectId.Of(after.Name, key), $"SELECT c.* FROM {source} AS c WHERE {string.Join(" AND ", conditions)}",
                $"a row of {after.Name} refers to a row of {key.ReferencedTable} that is not there", [after.Name, key.ReferencedTable]);
        }
    }

    /// <summary>The condition under which no row is referred to; empty where that is always so, null where it cannot be told.</summary>
    private string? Missing(ForeignKey key, Table child, RowsToCome rows)
    {
        var now = to.GetValueOrDefault(key.ReferencedTable);
        var then = from.GetValueOrDefault(key.ReferencedTable);
        // One that goes or comes with this plan has no rows to refer to; one that is in neither state is somebody else's, or nowhere.
        if (now is null && then is null)
            return "NOT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND "
                + $"name = {StepList.Literal(key.ReferencedTable)} COLLATE NOCASE)";
        if (now is null || then is null) return "";
        var columns = Referred(key, now);
        if (columns.Count != key.Columns.Count) return null;
        if (!IsKey(then, columns) || !columns.All(c => IsSame(then, now, c))) return MissingIn(key, rows, then, now, columns);
        if (key.Columns.Any(c => child.Column(c) is null) && columns.Any(c => Types.AffinityOf(now, now.Column(c)!) == Affinity.Blob))
            return null;
        var equal = columns.Select((c, i) => $"p.{Q(c)} = {Compared(Types.AffinityOf(now, now.Column(c)!), $"c.{Q(key.Columns[i])}")}");
        return $"NOT EXISTS (SELECT 1 FROM {Q(now.Name)} AS p WHERE {string.Join(" AND ", equal)})";
    }

    /// <summary>
    /// The same where no index of the table serves the columns yet, or they will hold other values: all of them at once, both sides as the
    /// column that is referred to will keep them.
    /// </summary>
    private string? MissingIn(ForeignKey key, RowsToCome child, Table then, Table now, EquatableArray<Identifier> columns)
    {
        var rows = new RowsToCome(then, now, new(then, now, values));
        if (!columns.All(rows.IsKnown)) return null;
        var (kept, asked) = (new List<string>(), new List<string>());
        for (var i = 0; i < columns.Count; i++)
        {
            var column = now.Column(columns[i])!;
            var affinity = Types.AffinityOf(now, column);
            kept.Add(RowsToCome.Kept(affinity, $"p.{Q(column.Name)}"));
            asked.Add(RowsToCome.Kept(affinity, child.Kept(key.Columns[i], $"c.{Q(key.Columns[i])}"))
                + (column.Collation is { } collation ? $" COLLATE {Q(new Identifier(collation))}" : ""));
        }

        var left = asked.Count == 1 ? asked[0] : $"({string.Join(", ", asked)})";
        return $"{left} NOT IN (SELECT {string.Join(", ", kept)} FROM {rows.With(columns)} AS p "
            + $"WHERE {string.Join(" AND ", columns.Select(c => $"p.{Q(c)} IS NOT NULL"))})";
    }

    // A referring value takes the affinity of the column it refers to (foreignkeys,
    // section 3), where a comparison may change the other one.
    private static string Compared(Affinity referenced, string value) =>
        referenced == Affinity.Text
            ? $"CASE WHEN typeof({value}) IN ('integer', 'real') THEN CAST({value} AS TEXT) ELSE {value} END"
            : $"+{value}";

    // Without an index every row would be looked for in all rows.
    private static bool IsKey(Table table, EquatableArray<Identifier> columns)
    {
        var keys = table.UniqueConstraints.Select(u => u.Columns)
            .Concat(table.Indexes.Where(i => i.Unique && i.Where is null).Select(i => i.Columns));
        if (table.PrimaryKey is { } primary) keys = keys.Append(primary.Columns);
        return keys.Any(k => k.Count == columns.Count && k.All(p => columns.Contains(p.Column)));
    }

    private static bool IsSame(Table before, Table after, Identifier column) =>
        before.Column(column) is { Computed: null } then && after.Column(column) is { Computed: null } now
            && then.Collation == now.Collation && Types.AffinityOf(before, then) == Types.AffinityOf(after, now);

    private static string Q(Identifier name) => SqliteText.Quote(name);

    private static string Q(QualifiedName name) => SqliteText.Quote(name);
}
