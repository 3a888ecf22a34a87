using System.Globalization;

namespace SchemaSync.MySql.Planning;

/// <summary>What an altered column costs, what it may lose, and which rows stand in its way.</summary>
internal sealed class ColumnChange(Table table, Column before, Column after, MySqlCapabilities server)
{
    private static readonly string[] Integers = ["tinyint", "smallint", "mediumint", "int", "bigint"];

    private readonly NativeType _from = NativeType.Of(before.Type.Native!), _to = NativeType.Of(after.Type.Native!);

    /// <summary>Whether every row gets a value before.</summary>
    public bool IsFilled { get; init; }

    /// <summary>How the server carries it out.</summary>
    public Cost Cost
    {
        get
        {
            if (before.Computed != after.Computed || before.Identity != after.Identity || before.Srid != after.Srid) return Cost.Copy;
            if (_from != _to)
                return Max(TypeCost,
                    before.Collation == after.Collation || before.Collation is null || after.Collation is null ? Cost.Instant : Cost.Copy,
                    NullCost);
            return Max(CollationCost, NullCost);
        }
    }

    /// <summary>Hazards of the values.</summary>
    public IEnumerable<Hazard> Hazards(ObjectId path)
    {
        if (LosesDigits) yield return PlanHazards.Loses(path, $"changing {path} from {before.Type} to {after.Type}");
        if (before.Computed is null && after.Computed is not null) yield return PlanHazards.Loses(path, $"computing {path}");
        if (!before.Nullable && after.Nullable && after.Computed is null)
            yield return PlanHazards.MayBeNull(path, $"alter {path}");
        foreach (var reason in Obstacles().Select(o => o.Reason))
            yield return PlanHazards.MayFail(path, $"alter {path}", table.Name, reason);
    }

    /// <summary>Rows that would make the statement fail.</summary>
    public IEnumerable<DataCheck> DataChecks(ObjectId path) =>
        Obstacles().Where(o => o.Where is not null)
            .Select(o =>
                new DataCheck(path, $"SELECT * FROM {MySqlText.Quote(table.Name)} WHERE {o.Where} LIMIT 1000",
                    $"{o.Reason} in {table.Name}")
        {
            Value = o.Where == $"{MySqlText.Quote(after.Name)} IS NULL" ? FillSteps.Example(after.Type.Native!) : "",
        });

    // A value that is rounded raises no error, whatever the mode.
    private bool LosesDigits => (_from.Name, _to.Name) switch
    {
        ("decimal", "decimal") => _to.Scale < _from.Scale,
        ("decimal" or "float" or "double", _) when Integers.Contains(_to.Name) => true,
        ("double", "float") => true,
        ("decimal", "float" or "double") or ("float" or "double", "decimal") => true,
        ("datetime" or "timestamp", "datetime" or "timestamp") or ("time", "time") => _to.Length < _from.Length,
        ("datetime" or "timestamp", "date" or "time" or "year") => true,
        _ => false,
    };

    private Cost NullCost => before.Nullable == after.Nullable ? Cost.Instant : Cost.Rebuild;

    private Cost CollationCost
    {
        get
        {
            if (before.Collation == after.Collation) return Cost.Instant;
            var isIndexed = table.Indexes.SelectMany(i => i.Columns).Concat(table.UniqueConstraints.SelectMany(u => u.Columns))
                .Concat(table.PrimaryKey?.Columns ?? []).Any(p => p.Column == after.Name);
            var sameSet = Collations.CharSetOf(before.Collation ?? "") == Collations.CharSetOf(after.Collation ?? "");
            return sameSet && !isIndexed ? Cost.InPlace : Cost.Copy;
        }
    }

    private Cost TypeCost
    {
        get
        {
            if (_from.Name != _to.Name || _from.Modifiers != _to.Modifiers) return Cost.Copy;
            if (_from.Name is "enum" or "set")
                return _to.Values.Count >= _from.Values.Count && _to.Values.Take(_from.Values.Count).SequenceEqual(_from.Values)
                    && Storage(_from) == Storage(_to) ? Cost.Instant : Cost.Copy;
            if (_from.Name is not ("varchar" or "varbinary") || _to.Length < _from.Length) return Cost.Copy;
            // The length of a value is stored in one byte up to 255 bytes, else in two (HAZARDS row 32).
            var bytes = _from.Name == "varbinary" ? 1 : Collations.BytesPerCharacter(after.CharSet);
            return _from.Length * bytes <= 255 == _to.Length * bytes <= 255 ? server.IsMariaDb ? Cost.Instant : Cost.InPlace : Cost.Copy;
        }
    }

    private IEnumerable<(string Reason, string? Where)> Obstacles()
    {
        var name = MySqlText.Quote(after.Name);
        if (before.Nullable && !after.Nullable && after.Computed is null && !IsFilled)
            yield return ($"{after.Name} is NULL", $"{name} IS NULL");
        if (_from == _to || after.Computed is not null)
        {
            if (before.CharSet != after.CharSet && after.CharSet is not null && before.CharSet is not null
                && !after.CharSet.StartsWith("utf8mb4", StringComparison.Ordinal))
                yield return ($"{after.Name} holds characters that {after.CharSet} lacks",
                    $"CAST(CONVERT(CONVERT({name} USING {after.CharSet}) USING utf8mb4) "
                        + $"AS BINARY) <> CAST(CONVERT({name} USING utf8mb4) AS BINARY)");
            yield break;
        }

        foreach (var one in Integers.Contains(_from.Name) && Integers.Contains(_to.Name) ? Range(name) : Misfits(name)) yield return one;
    }

    private IEnumerable<(string Reason, string? Where)> Misfits(string name)
    {
        if (IsText(_from) && IsText(_to) && Capacity(_to, after.CharSet) < Capacity(_from, before.CharSet))
            yield return ($"{after.Name} is longer than {after.Type}",
                $"{(_to.Name is "varchar" or "char" ? "CHAR_LENGTH" : "LENGTH")}({name}) > "
                    + $"{Limit(_to).ToString(CultureInfo.InvariantCulture)}");
        else if (_from.Name is "enum" or "set" && _to.Name == _from.Name && _from.Values.Except(_to.Values).ToList() is { Count: > 0 } gone)
            yield return ($"{after.Name} holds a value that goes", _from.Name == "enum"
                ? $"{name} IN ({string.Join(", ", gone)})"
                : string.Join(" OR ", gone.Select(v => $"FIND_IN_SET({v}, {name}) > 0")));
        else if (!IsWider && Conversions.Misfit(name, _from, _to, server) is not "" and var where)
            yield return ($"a value of {after.Name} does not fit into {after.Type}", where);
    }

    private IEnumerable<(string Reason, string? Where)> Range(string name)
    {
        var (min, max) = (_to.Min, _to.Max);
        if (min <= _from.Min && max >= _from.Max) yield break;
        yield return ($"{after.Name} is outside {after.Type}",
            string.Create(CultureInfo.InvariantCulture, $"{name} < {min} OR {name} > {max}"));
    }

    // Every value of the one is a value of the other.
    private bool IsWider => (_from.Name, _to.Name) switch
    {
        ("enum", "enum") or ("set", "set") => true,
        ("float", "double") => true,
        ("datetime" or "timestamp", "datetime") or ("time", "time") or ("timestamp", "timestamp") or ("date", "datetime") => true,
        var (from, to) when IsText(_from) && IsText(_to) => from == to || Capacity(_to, after.CharSet) >= Capacity(_from, before.CharSet),
        ("enum" or "date" or "datetime" or "uuid", "varchar") => _to.Length >= 64,
        var (from, _) when Integers.Contains(from) => _to.Name == "varchar" && _to.Length >= 20,
        _ => false,
    };

    private static bool IsText(NativeType type) =>
        type.Name is "char" or "varchar" or "tinytext" or "text" or "mediumtext" or "longtext" or "binary" or "varbinary" or "tinyblob"
            or "blob" or "mediumblob" or "longblob";

    private static long Limit(NativeType type) => type.Name switch
    {
        "tinytext" or "tinyblob" => 255,
        "text" or "blob" => 65_535,
        "mediumtext" or "mediumblob" => 16_777_215,
        "longtext" or "longblob" => uint.MaxValue,
        _ => type.Length,
    };

    private static long Capacity(NativeType type, string? charset) =>
        type.Name is "char" or "varchar" ? type.Length * Collations.BytesPerCharacter(charset) : Limit(type);

    private static int Storage(NativeType type) =>
        type.Name == "enum"
            ? type.Values.Count <= 255 ? 1 : 2
            : type.Values.Count switch { <= 8 => 1, <= 16 => 2, <= 24 => 3, <= 32 => 4, _ => 8 };

    private static Cost Max(params ReadOnlySpan<Cost> costs)
    {
        var worst = Cost.Instant;
        foreach (var cost in costs) worst = cost > worst ? cost : worst;
        return worst;
    }
}
