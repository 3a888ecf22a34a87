using System.Text;

namespace SchemaSync.Sqlite.Sql;

/// <summary>Pieces of SQL in SQLite's language: quoting, the canonical form, renames. Tokens only.</summary>
internal static class SqliteText
{
    /// <summary>The name in quotes, whatever it is.</summary>
    public static string Quote(Identifier name) => Quote(name.ToString());

    /// <summary>A name with the attached database it is in, should it have one.</summary>
    public static string Quote(QualifiedName name) => name.IsQualified ? $"{Quote(name.Schema)}.{Quote(name.Name)}" : Quote(name.Name);

    /// <summary>An expression with its canonical form. Comments around it go: one at the
    /// end would swallow what follows it in a statement.</summary>
    public static SqlExpression Expression(string text)
    {
        var lexed = Lexer.Read(text);
        if (lexed.Error is not null) return new(text.Trim(), text.Trim());
        var tokens = lexed.Significant;
        return new(tokens.Count == 0 ? text.Trim() : text[tokens[0].Start..tokens[^1].End], Fold(tokens));
    }

    /// <summary>
    /// The canonical text: no comments, spaces by rule, reserved words in upper case, names unquoted where that is the
    /// same name, no parentheses around the whole. A text that is not made of tokens stays as it is.
    /// </summary>
    public static string Fold(string sql)
    {
        var lexed = Lexer.Read(sql);
        return lexed.Error is null ? Fold(lexed.Significant) : sql.Trim();
    }

    private static string Fold(List<SqlToken> tokens)
    {
        var (first, last) = WithoutOuterParentheses(tokens);
        if (first == last && tokens[first].Kind == SqlTokenKind.Name && IsCurrentTime(tokens[first].Span))
            return tokens[first].ToString().ToUpperInvariant();
        return Spacing.Join(tokens, first, last, Word);
    }

    /// <summary>The text with every name token that is <paramref name="from"/> replaced; texts and functions stay.</summary>
    public static SqlExpression RenameIn(SqlExpression expression, Identifier from, Identifier to)
    {
        var tokens = Lexer.Read(expression.Text).Tokens;
        var text = new StringBuilder(expression.Text.Length);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Names(tokens, i, from))
                text.Append(tokens[i].Kind == SqlTokenKind.Name && IsPlain(to.ToString()) ? to.ToString() : Quote(to));
            else text.Append(tokens[i].Span);
        }

        return Expression(text.ToString());
    }

    /// <summary>The name a token stands for: quotes taken off, doubled quotes made one.</summary>
    public static string Unquote(SqlToken token) => token.Kind switch
    {
        SqlTokenKind.QuotedName when token.Span[0] == '[' => token.Span[1..^1].ToString(),
        SqlTokenKind.QuotedName or SqlTokenKind.String =>
            token.Span[1..^1].ToString().Replace(new string(token.Span[0], 2), token.Span[..1].ToString(), StringComparison.Ordinal),
        _ => token.ToString(),
    };

    /// <summary>Whether the name means the same without quotes.</summary>
    public static bool IsPlain(string name) =>
        Lexer.Read(name).Tokens is [{ Kind: SqlTokenKind.Name }] && !Keywords.IsKeyword(name);

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Word(SqlToken token) => token.Kind switch
    {
        SqlTokenKind.Name when Keywords.IsReserved(token.Span) => token.ToString().ToUpperInvariant(),
        // Without the compatibility option DQS a double quote never begins a text constant.
        SqlTokenKind.QuotedName => Unquote(token) is var name && IsPlain(name) ? name : Quote(name),
        _ => token.ToString(),
    };

    private static bool Names(IReadOnlyList<SqlToken> tokens, int at, Identifier name)
    {
        var token = tokens[at];
        if (token.Kind is not (SqlTokenKind.Name or SqlTokenKind.QuotedName)) return false;
        if (token.Kind == SqlTokenKind.Name && Keywords.IsReserved(token.Span)) return false;
        if (!SqliteNames.Comparer.Equals(Unquote(token), name.ToString())) return false;
        var next = at + 1;
        while (next < tokens.Count && !tokens[next].IsSignificant) next++;
        if (next == tokens.Count || !tokens[next].Is("(")) return true;
        // A name before a parenthesis is a function, except in INSERT INTO t (…).
        var before = at - 1;
        while (before >= 0 && !tokens[before].IsSignificant) before--;
        return before >= 0 && tokens[before].IsWord("INTO");
    }

    private static (int First, int Last) WithoutOuterParentheses(List<SqlToken> tokens)
    {
        var (first, last) = (0, tokens.Count - 1);
        while (last - first >= 2 && tokens[first].Is("(") && SqlTokens.Closing(tokens, first) == last)
            (first, last) = (first + 1, last - 1);
        return (first, last);
    }

    private static bool IsCurrentTime(ReadOnlySpan<char> word) =>
        word.Equals("CURRENT_TIMESTAMP", StringComparison.OrdinalIgnoreCase)
            || word.Equals("CURRENT_DATE", StringComparison.OrdinalIgnoreCase)
        || word.Equals("CURRENT_TIME", StringComparison.OrdinalIgnoreCase);
}
