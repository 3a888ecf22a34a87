namespace SchemaSync.MySql.Kinds;

/// <summary>Defaults as they stand behind DEFAULT: a constant and the present
/// moment plain, every other expression in parentheses.</summary>
internal static class Defaults
{
    /// <summary>A declared default in the server's form; null for NULL, which is what a column without a default has anyway.</summary>
    public static SqlExpression? Declared(SqlExpression? declared, MySqlCapabilities server)
    {
        if (declared is null) return null;
        var tokens = Lexer.Read(declared.Text).Significant;
        if (tokens is [var only] && only.IsWord("NULL")) return null;
        // MariaDB prints no constant with a character of four bytes as it is, and every expression.
        if (server.IsMariaDb && tokens is [{ Kind: SqlTokenKind.String } text] && text.ToString().Any(char.IsHighSurrogate))
            return MySqlText.Expression($"concat({text})");
        var plain = IsConstant(tokens) || IsNow(tokens) || MySqlText.IsParenthesised(declared.Text);
        return MySqlText.Expression(plain ? declared.Text : $"({declared.Text})");
    }

    /// <summary>What MySQL's information_schema says (FACTS, rows 1 to 3): a constant
    /// without quotes, or an expression that is flagged.</summary>
    public static SqlExpression? OfMySql(string? text, bool isExpression, string dataType)
    {
        if (text is null) return null;
        if (isExpression) return MySqlText.Printed(IsNow(Lexer.Read(text).Significant) ? text : $"({text})");

        return new(dataType switch
        {
            "bit" => text,
            "tinyint" or "smallint" or "mediumint" or "int" or "bigint" or "decimal" or "float" or "double" or "year" => text,
            _ => MySqlText.Literal(text),
        });
    }

    /// <summary>What MariaDB's says: constants quoted, expressions as they are, and the word NULL for none.</summary>
    public static SqlExpression? OfMariaDb(string? text, bool isNullable, string database) =>
        text is null || (isNullable && text == "NULL") ? null : new(MySqlText.Unqualified(text, database));

    /// <summary>Whether new rows get a value that differs from row to row, so that rows which are there need one each.</summary>
    public static bool IsConstant(SqlExpression value) =>
        Lexer.Read(value.Text).Significant is var tokens && (IsConstant(tokens) || IsNow(tokens));

    /// <summary>
    /// The present moment with as many digits of a second as the column keeps: the server refuses any other number (MySQL
    /// manual, 13.2.5), and the declaration is the same for servers that do not count them.
    /// </summary>
    public static SqlExpression? Now(SqlExpression? value, string native)
    {
        if (value is null
            || (!native.StartsWith("datetime(", StringComparison.Ordinal) && !native.StartsWith("timestamp(", StringComparison.Ordinal)))
                return value;
        var tokens = Lexer.Read(value.Text).Significant;
        return tokens.Count is 1 or 3 && IsNow(tokens)
            ? new($"CURRENT_TIMESTAMP{native[native.IndexOf('(', StringComparison.Ordinal)..]}")
            : value;
    }

    private static bool IsConstant(List<SqlToken> tokens) => tokens switch
    {
        [{ Kind: SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.Blob }] => true,
        [var sign, { Kind: SqlTokenKind.Number }] => sign.Is("-") || sign.Is("+"),
        [{ Kind: SqlTokenKind.Name } word] => word.IsWord("TRUE") || word.IsWord("FALSE"),
        _ => false,
    };

    private static bool IsNow(List<SqlToken> tokens) => tokens.Count is 1 or 3 or 4
        && (tokens[0].IsWord("CURRENT_TIMESTAMP") || tokens[0].IsWord("NOW")
            || tokens[0].IsWord("LOCALTIMESTAMP") || tokens[0].IsWord("LOCALTIME"))
        && (tokens.Count == 1 || (tokens[1].Is("(") && tokens[^1].Is(")")));
}
