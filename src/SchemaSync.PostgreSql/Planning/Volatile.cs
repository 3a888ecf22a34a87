namespace SchemaSync.PostgreSql.Planning;

/// <summary>Whether a default is computed once for all rows that are there, or anew for each, which writes the whole table.</summary>
internal static class VolatileDefault
{
    // Immutable and stable built-in functions that defaults are made of (pg_proc.provolatile); every other call is taken for volatile.
    private static readonly HashSet<string> Steady = new(StringComparer.Ordinal)
    {
        "now", "transaction_timestamp", "statement_timestamp", "current_setting", "concat",
        "lower", "upper", "md5", "to_timestamp", "make_date", "make_interval",
        "jsonb_build_object", "json_build_object", "jsonb_build_array", "json_build_array", "to_jsonb",
        "to_json", "to_char", "date_trunc", "timezone", "length", "abs",
        "decode", "encode", "array_fill", "point", "box", "int4range", "int8range", "daterange", "tstzrange", "tsrange", "numrange",
        "round", "floor", "ceil", "coalesce", "nullif",
        "greatest", "least", "numeric", "varchar", "character", "timestamp", "time", "interval", "bit",
        "in", "any", "array", "overlay", "substring", "trim", "btrim", "inet",
    };

    /// <summary>Judged by the calls in the text.</summary>
    public static bool Is(SqlExpression expression)
    {
        var tokens = Lexer.Read(expression.Text).Significant;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i + 1].Is("(") && PostgreSqlText.NameOf(tokens[i]) is { } name && !Steady.Contains(name)) return true;
        }

        return false;
    }
}
