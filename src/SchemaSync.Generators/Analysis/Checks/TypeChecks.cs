namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>Types that work today and are regretted later. Hints: what is there already is not wrong.</summary>
internal static class TypeChecks
{
    // Words of names that mean money in nearly every schema; "total" and "rate" may be anything.
    private static readonly HashSet<string> Money =
        new(StringComparer.Ordinal) { "price", "amount", "cost", "costs", "balance", "fee",
            "salary", "wage", "tax", "money", "payment", "revenue" };

    private static readonly HashSet<string> Floats =
        new(StringComparer.Ordinal) { "real", "float", "double", "double precision", "float4", "float8" };

    private static readonly HashSet<string> SmallNumbers =
        new(StringComparer.Ordinal) { "int", "integer", "smallint", "mediumint", "tinyint", "int2", "int4", "serial", "smallserial" };

    private static readonly TypeAdvice Rounds = new("it rounds, so that sums of money are off by a little", "decimal, with [Precision]");

    private static readonly TypeAdvice RunsOut =
        new("its numbers end at 2147483647 or before, and a larger type later rewrites the table", "long");

    public static void Run(DeclaredTable table, BuildContext context)
    {
        // What a provider thinks of a type matters to those who use that provider.
        if (!context.IsConfigured) return;
        foreach (var column in table.Table.Columns)
        {
            if (Advice(table.Table, column, context.Profile) is not { } advice) continue;
            context.Report(ModelDiagnostics.BetterType, table.PlaceOf(column), $"{table.Table.Name}.{column.Name}",
                column.Type.ToString(), advice.Reason, advice.Instead);
        }
    }

    private static TypeAdvice? Advice(Table table, Column column, ProviderProfile profile)
    {
        var word = column.Type.Logical == LogicalType.Native ? Word(column.Type.Native ?? "") : null;
        if (word is not null && profile.BetterThanNative.TryGetValue(word, out var better)) return better;
        if (profile.BetterThanLogical.TryGetValue(column.Type.Logical, out better)) return better;
        var floats = word is null ? column.Type.Logical is LogicalType.Single or LogicalType.Double : Floats.Contains(word);
        if (floats && Names.SnakeCase(column.Name.Value).Split('_').Any(Money.Contains)) return Rounds;
        return profile.SmallKeysRunOut && IsSmall(column.Type, word) && IsNumberedKey(table, column) ? RunsOut : null;
    }

    private static bool IsSmall(ColumnType type, string? word) => word is null
        ? type.Logical is LogicalType.Byte or LogicalType.SByte or LogicalType.Int16 or LogicalType.UInt16 or LogicalType.Int32
        : SmallNumbers.Contains(word);

    // A key that somebody chooses, such as the number of a country, does not grow by itself.
    private static bool IsNumberedKey(Table table, Column column) =>
        column.Identity is not null && table.PrimaryKey is { } key && key.Columns.Count == 1 && key.Columns[0].Column == column.Name;

    /// <summary><c>Timestamp(3) without time zone[]</c> → <c>timestamp without time zone</c>.</summary>
    private static string Word(string native)
    {
        var open = native.IndexOf('(');
        var close = native.IndexOf(')');
        var text = open >= 0 && close > open ? native.Substring(0, open) + " " + native.Substring(close + 1) : native;
        var array = text.IndexOf('[');
        if (array >= 0) text = text.Substring(0, array);
        return string.Join(" ", text.ToLowerInvariant().Split([' '], StringSplitOptions.RemoveEmptyEntries));
    }
}
