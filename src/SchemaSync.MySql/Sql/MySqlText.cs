using System.Text;

namespace SchemaSync.MySql.Sql;

/// <summary>Names, constants and token work in the words of MySQL and MariaDB.</summary>
internal static class MySqlText
{
    private static readonly HashSet<string> Folded = new(StringComparer.OrdinalIgnoreCase)
    {
        "add", "all", "and", "as", "asc", "begin", "between", "by", "call", "case", "check", "concat", "cross", "declare", "default",
        "delete", "desc", "distinct", "div", "do",
        "else", "elseif", "end", "exists", "false", "for", "from", "group", "having", "if", "in",
        "inner", "insert", "interval", "into", "is", "join", "leave", "left", "like",
        "limit", "loop", "mod", "new", "not", "null", "old", "on", "or", "order", "outer", "out",
        "over", "partition", "regexp", "replace", "return", "right", "select", "set",
        "then", "true", "union", "update", "using", "values", "when", "where", "while", "with",
        "xor", "current_timestamp", "current_date", "current_time", "now",
    };

    /// <summary>A name in backticks; always, so that no keyword of a later version changes a plan.</summary>
    public static string Quote(Identifier name) => $"`{name.Value.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>A name with its database; without one it is of the session's own.</summary>
    public static string Quote(QualifiedName name) => name.IsQualified ? $"{Quote(name.Schema)}.{Quote(name.Name)}" : Quote(name.Name);

    /// <summary>Names, quoted, with commas between.</summary>
    public static string Names(IEnumerable<Identifier> names) => string.Join(", ", names.Select(Quote));

    /// <summary>A text constant, as both servers print one.</summary>
    public static string Literal(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('\'');
        foreach (var c in text)
        {
            quoted.Append(c switch { '\'' => "''", '\\' => "\\\\", '\0' => "\\0",
                '\n' => "\\n", '\r' => "\\r", '\u001a' => "\\Z", _ => null });
            if (c is not ('\'' or '\\' or '\0' or '\n' or '\r' or '\u001a')) quoted.Append(c);
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>An expression as MySQL's information_schema holds it, one layer of backslashes taken off (FACTS, row 4).</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            plain.Append(text[++i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '0' => '\0', 'Z' => '\u001a', var c => c });
        }

        return plain.ToString();
    }

    /// <summary>Comments gone, one space between tokens, keywords in lower case;
    /// names keep theirs, for on some servers it counts.</summary>
    public static string Fold(string sql)
    {
        var lexed = Lexer.Read(sql);
        if (lexed.Error is not null) return sql.Trim();
        var text = new StringBuilder(sql.Length);
        var previous = default(SqlToken?);
        foreach (var token in lexed.Significant)
        {
            if (previous is { } before && NeedsSpace(before, token)) text.Append(' ');
            text.Append(token.Kind == SqlTokenKind.Name && Folded.Contains(token.ToString())
                ? token.ToString().ToLowerInvariant()
                : token.ToString());
            previous = token;
        }

        return text.ToString().TrimEnd(';');
    }

    /// <summary>An expression in source form.</summary>
    public static SqlExpression Expression(string sql) => new(sql, Fold(sql));

    /// <summary>
    /// An expression as the server prints it. MySQL prints a number below zero as <c>-(9)</c> where it was written, and as <c>-9</c> once
    /// the table was altered twice: both are one text.
    /// </summary>
    public static SqlExpression Printed(string sql)
    {
        if (!sql.Contains("-(", StringComparison.Ordinal)) return new(sql);
        var tokens = Lexer.Read(sql).Tokens;
        var text = new StringBuilder(sql.Length);
        for (var i = 0; i < tokens.Count; i++)
        {
            var isSigned = i + 3 < tokens.Count && tokens[i].Is("-") && tokens[i + 1].Is("(")
                && tokens[i + 2].Kind == SqlTokenKind.Number && tokens[i + 3].Is(")");
            text.Append(isSigned ? $"-{tokens[i + 2]}" : tokens[i].ToString());
            if (isSigned) i += 3;
        }

        return new(sql, text.ToString());
    }

    /// <summary>Every identifier token that names <paramref name="from"/> replaced.</summary>
    public static SqlExpression RenameIn(SqlExpression expression, Identifier from, Identifier to) =>
        new(RenameIn(expression.Text, from, to), RenameIn(expression.Canonical, from, to));

    /// <summary>Whether a text names something; constants and functions of that name do not count.</summary>
    public static bool Mentions(SqlExpression expression, Identifier name)
    {
        var tokens = Lexer.Read(expression.Text).Tokens;
        return Enumerable.Range(0, tokens.Count).Any(i => Names(tokens, i, name));
    }

    /// <summary>What an identifier token names; null for other tokens.</summary>
    public static string? NameOf(SqlToken token) => token.Kind switch
    {
        SqlTokenKind.Name => token.ToString(),
        SqlTokenKind.QuotedName => token.ToString()[1..^1].Replace("``", "`", StringComparison.Ordinal),
        _ => null,
    };

    /// <summary>The text without the name of the database, which MariaDB prints with sequences.</summary>
    public static string Unqualified(string sql, string database)
    {
        if (!sql.Contains($"{Quote(new Identifier(database))}.", StringComparison.OrdinalIgnoreCase)) return sql;
        var tokens = Lexer.Read(sql).Tokens;
        var text = new StringBuilder(sql.Length);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == SqlTokenKind.QuotedName && i + 1 < tokens.Count && tokens[i + 1].Is(".")
                && string.Equals(NameOf(tokens[i]), database, StringComparison.OrdinalIgnoreCase)) i++;
            else text.Append(tokens[i].Span);
        }

        return text.ToString();
    }

    /// <summary>Whether an expression is one pair of parentheses with everything inside.</summary>
    public static bool IsParenthesised(string sql) => SqlTokens.IsParenthesised(Lexer.Read(sql).Significant);

    /// <summary>The expression with a call of a function around a column wherever it is named.</summary>
    public static SqlExpression Around(SqlExpression expression, Identifier column, string function) =>
        new(Replace(expression.Text, column, $"{function}({Quote(column)})"));

    private static string RenameIn(string sql, Identifier from, Identifier to) => Replace(sql, from, Quote(to));

    private static string Replace(string sql, Identifier name, string by)
    {
        var tokens = Lexer.Read(sql).Tokens;
        var text = new StringBuilder(sql.Length);
        for (var i = 0; i < tokens.Count; i++) text.Append(Names(tokens, i, name) ? by : tokens[i].ToString());
        return text.ToString();
    }

    private static bool Names(IReadOnlyList<SqlToken> tokens, int at, Identifier name)
    {
        if (NameOf(tokens[at]) is not { } found || !string.Equals(found, name.Value, StringComparison.OrdinalIgnoreCase)) return false;
        // A name before a parenthesis is a function.
        return tokens[at].Kind == SqlTokenKind.QuotedName || at + 1 == tokens.Count || !tokens[at + 1].Is("(");
    }

    private static bool NeedsSpace(SqlToken before, SqlToken token)
    {
        if (token.Is(",") || token.Is(")") || token.Is(".") || token.Is(";")) return false;
        if (before.Is("(") || before.Is(".")) return false;
        // _utf8mb4'a' is one constant.
        if (token.Kind == SqlTokenKind.String && before.Kind == SqlTokenKind.Name && before.Span[0] == '_') return false;
        return !token.Is("(") || before.Kind is not (SqlTokenKind.Name or SqlTokenKind.QuotedName);
    }
}
