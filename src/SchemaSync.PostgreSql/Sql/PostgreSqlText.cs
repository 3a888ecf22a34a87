using System.Text;

namespace SchemaSync.PostgreSql.Sql;

/// <summary>Names, constants and token work in PostgreSQL's words.</summary>
internal static class PostgreSqlText
{
    /// <summary>A name in double quotes; always quoted, so that no keyword of a later version changes a plan.</summary>
    public static string Quote(Identifier name) => $"\"{name.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A name with its schema; without one it is found on the session's path.</summary>
    public static string Quote(QualifiedName name) => name.IsQualified ? $"{Quote(name.Schema)}.{Quote(name.Name)}" : Quote(name.Name);

    /// <summary>Names, quoted, with commas between.</summary>
    public static string Names(IEnumerable<Identifier> names) => string.Join(", ", names.Select(Quote));

    /// <summary>A text constant; the E form only where a backslash would otherwise depend on a setting.</summary>
    public static string Literal(string text)
    {
        var quoted = text.Replace("'", "''", StringComparison.Ordinal);
        return text.Contains('\\', StringComparison.Ordinal)
            ? $"E'{quoted.Replace("\\", "\\\\", StringComparison.Ordinal)}'"
            : $"'{quoted}'";
    }

    /// <summary>A body between dollar quotes that end it nowhere but at its end.</summary>
    public static string Dollar(string body, string tag = "$$")
    {
        for (var n = 0; (body + tag).IndexOf(tag, StringComparison.Ordinal) != body.Length; n++) tag = $"$body{(n == 0 ? "" : n)}$";
        return $"{tag}{body}{tag}";
    }

    /// <summary>Comments gone, one space between tokens, names and keywords in lower case as the server folds them.</summary>
    public static string Fold(string sql)
    {
        var text = new StringBuilder(sql.Length);
        var previous = default(SqlToken?);
        foreach (var token in Lexer.Read(sql).Tokens.Where(t => t.IsSignificant))
        {
            if (previous is { } before && NeedsSpace(before, token)) text.Append(' ');
            text.Append(token.Kind == SqlTokenKind.Name ? FoldName(token.ToString()) : token.ToString());
            previous = token;
        }

        return text.ToString();
    }

    /// <summary>An expression in source form.</summary>
    public static SqlExpression Expression(string sql) => new(sql, Fold(sql));

    /// <summary>Every identifier token that names <paramref name="from"/> replaced.</summary>
    public static SqlExpression RenameIn(SqlExpression expression, Identifier from, Identifier to) =>
        new(RenameIn(expression.Text, from, to), RenameIn(expression.Canonical, from, to));

    /// <summary>Every <c>schema.name</c> that is <paramref name="from"/> replaced, also where
    /// it is all of a constant (<c>nextval('old.numbers')</c>).</summary>
    public static SqlExpression MoveIn(SqlExpression expression, QualifiedName from, QualifiedName to) =>
        new(MoveIn(expression.Text, from, to), MoveIn(expression.Canonical, from, to));

    /// <summary>What an identifier token names; null for other tokens.</summary>
    public static string? NameOf(SqlToken token) => token.Kind switch
    {
        SqlTokenKind.Name => FoldName(token.ToString()),
        SqlTokenKind.QuotedName when token.Span[0] == '"' => token.ToString()[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal),
        _ => null,
    };

    /// <summary>Every name that a text may speak of; constants are looked through as
    /// well (<c>nextval('sales.numbers')</c>, EXECUTE).</summary>
    public static IEnumerable<string> NamesIn(string sql)
    {
        foreach (var token in Lexer.Read(sql).Tokens)
        {
            if (NameOf(token) is { } name) yield return name;
            else if (token.Kind == SqlTokenKind.String && token.ToString().Trim('\'') is { Length: > 0 } inside
                && inside.Length < sql.Length)
            {
                foreach (var within in NamesIn(inside)) yield return within;
            }
        }
    }

    /// <summary>As the server prints a name: quotes only where they are needed (quote_identifier, without its keyword list).</summary>
    public static string Shown(Identifier name) => IsPlain(name.Value) ? name.Value : Quote(name);

    /// <summary>As the server prints a name that is in another schema than the session's.</summary>
    public static string Shown(QualifiedName name) => name.IsQualified ? $"{Shown(name.Schema)}.{Shown(name.Name)}" : Shown(name.Name);

    private static string RenameIn(string sql, Identifier from, Identifier to)
    {
        var tokens = Lexer.Read(sql).Tokens;
        var text = new StringBuilder(sql.Length);
        for (var i = 0; i < tokens.Count; i++)
        {
            // A name before a parenthesis is a function.
            var isCall = i + 1 < tokens.Count && tokens[i + 1].Is("(") && tokens[i].Kind == SqlTokenKind.Name;
            text.Append(!isCall && NameOf(tokens[i]) == from.Value ? Shown(to) : tokens[i].ToString());
        }

        return text.ToString();
    }

    private static string MoveIn(string sql, QualifiedName from, QualifiedName to)
    {
        if (!sql.Contains(from.Schema.Value, StringComparison.OrdinalIgnoreCase)) return sql;
        var tokens = Lexer.Read(sql).Tokens;
        var text = new StringBuilder(sql.Length);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsAt(tokens, i, from)) (text, i) = (text.Append(Shown(to)), i + 2);
            else if (tokens[i].Kind == SqlTokenKind.String && !IsText(tokens, i)
                && Lexer.Read(tokens[i].ToString().Trim('\'')).Tokens is { Count: 3 } inside && IsAt(inside, 0, from))
                    text.Append(Literal(Shown(to)));
            else text.Append(tokens[i].ToString());
        }

        return text.ToString();
    }

    // The server prints the type of each constant: of those with one, only what is looked up by its name follows an object (::regclass).
    private static bool IsText(IReadOnlyList<SqlToken> tokens, int at)
    {
        var behind = tokens.Skip(at + 1).Where(t => t.IsSignificant).Take(2).ToList();
        return behind is [var cast, var type] && cast.Is("::") && NameOf(type)?.StartsWith("reg", StringComparison.Ordinal) != true;
    }

    private static bool IsAt(IReadOnlyList<SqlToken> tokens, int at, QualifiedName name) =>
        at + 2 < tokens.Count && tokens[at + 1].Is(".") && NameOf(tokens[at]) == name.Schema.Value
            && NameOf(tokens[at + 2]) == name.Name.Value;

    private static bool IsPlain(string name) =>
        name.Length > 0 && (char.IsAsciiLetterLower(name[0]) || name[0] == '_')
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
        && !Keywords.AreQuoted(name);

    // The server folds ASCII letters only in UTF-8 databases.
    private static string FoldName(string name) => string.Create(name.Length, name, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = source[i] is >= 'A' and <= 'Z' ? (char)(source[i] + 32) : source[i];
    });

    private static bool NeedsSpace(SqlToken before, SqlToken token)
    {
        if (token.Is(",") || token.Is(")") || token.Is(".") || token.Is(";") || token.Is("]") || token.Is("::")) return false;
        if (before.Is("(") || before.Is(".") || before.Is("[") || before.Is("::")) return false;
        return !(token.Is("(") || token.Is("[")) || before.Kind is not (SqlTokenKind.Name or SqlTokenKind.QuotedName);
    }
}
