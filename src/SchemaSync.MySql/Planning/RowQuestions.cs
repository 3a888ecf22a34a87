namespace SchemaSync.MySql.Planning;

/// <summary>Questions to the rows of a table before the first statement: which of them a key or a check would not take.</summary>
internal sealed class RowQuestions(Table before, Table after, RowValues? values)
{
    private readonly RowsToCome _rows = new(before, after, values);

    /// <summary>Rows that a check refuses; nothing where they cannot tell yet.</summary>
    public EquatableArray<DataCheck> Violations(Change change, CheckConstraint check)
    {
        var used = after.Columns.Where(c => MySqlText.Mentions(check.Expression, c.Name)).Select(c => c.Name).ToList();
        return change is Change.Drop || !used.TrueForAll(_rows.IsKnown) ? []
            : [new(change.Id, $"SELECT * FROM {_rows.From(used)} WHERE NOT ({check.Expression.Text}) LIMIT 1000",
                $"rows of {after.Name} do not satisfy {check.Expression.Canonical}")];
    }

    /// <summary>Rows that share a key; nothing where they cannot tell yet.</summary>
    public IEnumerable<DataCheck> Duplicates(Change change, EquatableArray<IndexPart> parts)
    {
        if (parts.Any(p => p.Expression is not null || !_rows.IsKnown(p.Column) || _rows.IsNull(p.Column))) return [];
        var keys = parts.Select(Compared).ToList();
        var named = keys.Select((k, i) => FormattableString.Invariant($"{k} AS key{i + 1}"));
        var present = parts.Select(p => $"{Q(p.Column)} IS NOT NULL");
        var sql = $"SELECT {string.Join(", ", named)}, count(*) AS occurrences FROM {_rows.From(parts.Select(p => p.Column))} "
            + $"WHERE {string.Join(" AND ", present)} GROUP BY {string.Join(", ", keys)} HAVING count(*) > 1 LIMIT 1000";
        return [new(change.Id, sql, $"rows of {after.Name} share a key")];
    }

    /// <summary>Rows for which the default of a required column, computed from others, is NULL; nothing where they cannot tell.</summary>
    public IEnumerable<DataCheck> WithoutDefault(Change change, Column column)
    {
        if (column is not { Nullable: false, Default: { } value } || Defaults.IsConstant(value)) return [];
        var used = after.Columns.Select(c => c.Name).Where(c => c != column.Name && MySqlText.Mentions(value, c)).ToList();
        return used.Count == 0 || !used.TrueForAll(_rows.IsKnown) ? []
            : [new(change.Id, $"SELECT * FROM {_rows.From(used)} WHERE ({value.Text}) IS NULL LIMIT 1000",
                $"the default of {column.Name} is NULL for rows of {after.Name}")];
    }

    /// <summary>Whether there are rows at all.</summary>
    public static DataCheck HasRows(Change change, Column column, QualifiedName table) =>
        FillSteps.Ask(change.Id, $"SELECT * FROM {Q(table)} LIMIT 3", $"{column.Name} is NOT NULL without a default, and {table} has rows",
            column.Type.Native!);

    // As the key will compare them.
    private string Compared(IndexPart part)
    {
        var name = part.PrefixLength is { } length ? FormattableString.Invariant($"LEFT({Q(part.Column)}, {length})") : Q(part.Column);
        var (was, becomes) = (before.Column(part.Column), after.Column(part.Column)!);
        return becomes.Collation is { } collation && was?.Collation is { } former && former != collation
            ? $"CONVERT({name} USING {becomes.CharSet}) COLLATE {collation}" : name;
    }

    private static string Q(Identifier name) => MySqlText.Quote(name);

    private static string Q(QualifiedName name) => MySqlText.Quote(name);
}
