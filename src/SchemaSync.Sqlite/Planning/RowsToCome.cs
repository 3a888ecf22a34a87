namespace SchemaSync.Sqlite.Planning;

/// <summary>The rows of a table as its new definition will hold them, written as queries over the old one:
/// what keys and checks can be asked about before the first row is copied.</summary>
internal sealed class RowsToCome(Table before, Table after, FilledValues values)
{
    /// <summary>Whether the value is the one that is stored now.</summary>
    public bool IsAsItWas(Identifier column) =>
        before.Column(column) is { } old && after.Column(column) is { } now
            && now.Computed is null && !IsConverted(old, now) && !values.Has(column);

    /// <summary>Whether that is compared as it is now, by the same affinity and collation.</summary>
    public bool IsAsCompared(Identifier column) =>
        IsAsItWas(column) && before.Column(column) is { } old && after.Column(column) is { } now && old.Collation == now.Collation
            && Types.AffinityOf(before, old) == Types.AffinityOf(after, now);

    /// <summary>Whether the value can be told before the copy.</summary>
    public bool IsKnown(Identifier column) => Value(column) is not null || Derivation(column) is not null;

    /// <summary>Whether a computed column has the values it has now, because all that it is computed from has.</summary>
    public bool IsComputedAsItWas(Column column) => before.Column(column.Name) is { } old && old.HasSameFacets(column)
        && Used(column).All(c => after.Column(c) is { Computed: not null } other ? IsComputedAsItWas(other) : IsAsCompared(c));

    /// <summary>The columns as they will be, and the key they have now, between parentheses.</summary>
    public string With(IEnumerable<Identifier> columns)
    {
        var list = columns.Distinct().ToList();
        var keys = before.PrimaryKey?.Columns.Select(p => p.Column).Where(k => !k.IsEmpty && !list.Contains(k) && IsAsItWas(k)) ?? [];
        var derived = list.Where(c => Value(c) is null).SelectMany(c => Derivation(c) ?? []).Distinct().ToList();
        if (derived.Count == 0)
            return $"(SELECT {string.Join(", ", list.Select(c => $"{Value(c)} AS {Q(c)}").Concat(keys.Select(Q)))} FROM {Q(before.Name)})";
        // What is computed from values that change is computed from what these will be.
        var rows = Typed(list.Concat(derived.SelectMany(c => Used(after.Column(c)!))).Except(derived).Concat(keys).Distinct());
        return derived.Aggregate(rows, (from, c) => $"(SELECT *, ({after.Column(c)!.Computed!.Expression.Text}) AS {Q(c)} FROM {from})");
    }

    /// <summary>
    /// The same for a condition over the columns, which compares by their affinity: a value in a query has none, so it is cast. Rows with
    /// a value that a cast would change are left out; what they are to the condition is not told before the copy.
    /// </summary>
    public string Typed(IEnumerable<Identifier> columns)
    {
        var names = columns.ToList();
        if (names.TrueForAll(IsAsCompared)) return With(names);
        var casts = names.Select(c => (Name: c, Type: IsAsCompared(c) ? null : AffinityName(after.Column(c)!))).ToList();
        var exact = casts.Where(c => c.Type is not null).Select(c => $"{Q(c.Name)} IS CAST({Q(c.Name)} AS {c.Type})").ToList();
        return $"(SELECT {string.Join(", ", casts.Select(c => Compared(c.Name, c.Type)))} FROM {With(names)}"
            + $"{(exact.Count == 0 ? "" : $" WHERE {string.Join(" AND ", exact)}")})";
    }

    private string Compared(Identifier column, string? type)
    {
        if (IsAsCompared(column)) return Q(column);
        // A sign takes the affinity that a column had.
        var value = type is null ? $"+{Q(column)}" : $"CAST({Q(column)} AS {type})";
        var collation = after.Column(column)!.Collation;
        return $"{value}{(collation is null ? "" : $" COLLATE {Q(new Identifier(collation))}")} AS {Q(column)}";
    }

    /// <summary>A condition under which a stored value does not fit the new column,
    /// where the server looks at types at all; else null.</summary>
    public string? Misfit(Column column)
    {
        if (column.Computed is not null || values.IsConverted(column.Name) || before.Column(column.Name) is not { } old
            || Types.IsRowidAlias(before, old)) return null;
        var isKey = Types.IsRowidAlias(after, column);
        if (!isKey && !(after.HasOption("STRICT") && (!before.HasOption("STRICT") || old.Type != column.Type))) return null;
        return MisfitIn(column);
    }

    /// <summary>The same for what is computed, over rows as they will be.</summary>
    public string? ComputedMisfit(Column column) =>
        column.Computed is not null && after.HasOption("STRICT") && !(before.HasOption("STRICT") && IsComputedAsItWas(column))
            ? MisfitIn(column)
            : null;

    private string? MisfitIn(Column column)
    {
        var name = Q(column.Name);
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

    private IEnumerable<Identifier> Used(Column computed) =>
        after.Columns.Select(c => c.Name).Where(c => Questions.Uses(computed.Computed!.Expression, c));

    /// <summary>The computed columns, in order, from which and with which a computed column can be told; null where it cannot.</summary>
    private List<Identifier>? Derivation(Identifier name)
    {
        if (after.Column(name) is not { Computed: not null } column) return null;
        var order = new List<Identifier>();
        foreach (var used in Used(column))
        {
            if (after.Column(used) is not { Computed: not null })
            {
                if (Value(used) is null) return null;
                continue;
            }

            if (Derivation(used) is not { } before) return null;
            order.AddRange(before);
        }

        return [.. order, name];
    }

    private string? Value(Identifier name)
    {
        if (after.Column(name) is not { } column) return null;
        if (column.Computed is { } computed)
            return Used(column).All(IsAsCompared)
                ? $"({computed.Expression.Text})"
                : null;
        if (values.Has(name)) return values.ValueBefore(name);
        if (before.Column(name) is not { } old)
            return column.Default is { } value ? $"({value.Text})" : Types.IsRowidAlias(after, column) ? null : "NULL";
        if (!IsConverted(old, column)) return Q(name);
        return Kept(Types.AffinityOf(after, column), Q(name));
    }

    /// <summary>A value as a column of that affinity keeps it (datatype3, section 3).</summary>
    public static string Kept(Affinity affinity, string value) => affinity switch
    {
        Affinity.Blob => $"+{value}",
        Affinity.Text => $"CASE typeof({value}) WHEN 'blob' THEN {value} ELSE CAST({value} AS TEXT) END",
        _ => $"CASE WHEN {value} = CAST({value} AS NUMERIC) THEN CAST({value} AS NUMERIC) ELSE {value} END",
    };

    /// <summary>A value of a column as that column will keep it, where it is not stored there already.</summary>
    public string Kept(Identifier column, string value) =>
        IsAsCompared(column) || after.Column(column) is not { } now ? value : $"({Kept(Types.AffinityOf(after, now), value)})";

    private static string Q(Identifier name) => SqliteText.Quote(name);

    private static string Q(QualifiedName name) => SqliteText.Quote(name);
}
