namespace SchemaSync.Sqlite.Planning;

/// <summary>The rows of a table as its new definition will hold them, written as queries over the old one:
/// what keys and checks can be asked about before the first row is copied.</summary>
internal sealed class RowsToCome(Table before, Table after, FilledValues values)
{
    /// <summary>Whether the value is the one that is stored now.</summary>
    public bool IsAsItWas(Identifier column) =>
        before.Column(column) is { } old && after.Column(column) is { } now
            && now.Computed is null && !IsConverted(old, now) && !values.Has(column);

    /// <summary>Whether the value can be told before the copy.</summary>
    public bool IsKnown(Identifier column) => Value(column) is not null;

    /// <summary>The columns as they will be, and the key they have now, between parentheses.</summary>
    public string With(IEnumerable<Identifier> columns)
    {
        var list = columns.Distinct().ToList();
        var keys = before.PrimaryKey?.Columns.Select(p => p.Column).Where(k => !k.IsEmpty && !list.Contains(k) && IsAsItWas(k)) ?? [];
        return $"(SELECT {string.Join(", ", list.Select(c => $"{Value(c)} AS {Q(c)}").Concat(keys.Select(Q)))} FROM {Q(before.Name)})";
    }

    /// <summary>
    /// The same for a condition over the columns, which compares by their affinity: a value in a query has none, so it is cast. Rows with
    /// a value that a cast would change are left out; what they are to the condition is not told before the copy.
    /// </summary>
    public string Typed(IEnumerable<Identifier> columns)
    {
        var casts = columns.Select(c => (Name: c, Type: IsAsItWas(c) ? null : AffinityName(after.Column(c)!))).ToList();
        var list = casts.Select(c => c.Type is null ? Q(c.Name) : $"CAST({Q(c.Name)} AS {c.Type}) AS {Q(c.Name)}");
        var exact = casts.Where(c => c.Type is not null).Select(c => $"{Q(c.Name)} IS CAST({Q(c.Name)} AS {c.Type})").ToList();
        return exact.Count == 0
            ? With(columns)
            : $"(SELECT {string.Join(", ", list)} FROM {With(columns)} WHERE {string.Join(" AND ", exact)})";
    }

    /// <summary>A condition under which a stored value does not fit the new column,
    /// where the server looks at types at all; else null.</summary>
    public string? Misfit(Column column)
    {
        if (column.Computed is not null || values.IsConverted(column.Name) || before.Column(column.Name) is not { } old
            || Types.IsRowidAlias(before, old)) return null;
        var name = Q(column.Name);
        var isKey = Types.IsRowidAlias(after, column);
        if (!isKey && !(after.HasOption("STRICT") && (!before.HasOption("STRICT") || old.Type != column.Type))) return null;
        // A number that a text spells is compared as that number here, and stored as it there (datatype3, sections 3.4 and 4.2).
        return Types.AffinityOf(after, column) switch
        {
            Affinity.Integer => $"NOT ({name} = CAST(CAST({name} AS NUMERIC) AS INTEGER))",
            Affinity.Real => $"NOT ({name} = CAST({name} AS NUMERIC))",
            Affinity.Text => $"typeof({name}) = 'blob'",
            Affinity.Blob when column.Type.Native == "BLOB" => $"typeof({name}) NOT IN ('null', 'blob')",
            _ => null,
        };
    }

    private string? AffinityName(Column column) => Types.AffinityOf(after, column) switch
    {
        Affinity.Text => "TEXT",
        Affinity.Real => "REAL",
        Affinity.Blob => null,
        _ => "NUMERIC",
    };

    private bool IsConverted(Column old, Column now) => Types.MayChangeValues(Types.AffinityOf(before, old), Types.AffinityOf(after, now));

    private string? Value(Identifier name)
    {
        if (after.Column(name) is not { } column) return null;
        if (column.Computed is { } computed)
            return after.Columns.All(c => !Questions.Uses(computed.Expression, c.Name) || IsAsItWas(c.Name))
                ? $"({computed.Expression.Text})"
                : null;
        if (values.Has(name)) return values.ValueBefore(name);
        if (before.Column(name) is not { } old)
            return column.Default is { } value ? $"({value.Text})" : Types.IsRowidAlias(after, column) ? null : "NULL";
        if (!IsConverted(old, column)) return Q(name);
        return Types.AffinityOf(after, column) == Affinity.Text
            ? $"CASE typeof({Q(name)}) WHEN 'blob' THEN {Q(name)} ELSE CAST({Q(name)} AS TEXT) END"
            : $"CASE WHEN {Q(name)} = CAST({Q(name)} AS NUMERIC) THEN CAST({Q(name)} AS NUMERIC) ELSE {Q(name)} END";
    }

    private static string Q(Identifier name) => SqliteText.Quote(name);

    private static string Q(QualifiedName name) => SqliteText.Quote(name);
}
