using System.Text;

namespace SchemaSync.PostgreSql.Sql;

/// <summary>Texts as the server prints them when something that they mean has another name: types
/// and sequences of one's own schema, routines, words of enum types.</summary>
internal static class RenamedText
{
    /// <summary>Behind <c>::</c>, and in constants that are looked up by their name (<c>nextval('numbers'::regclass)</c>).</summary>
    public static SqlExpression OfCasts(SqlExpression expression, QualifiedName from, QualifiedName to) =>
        Each(expression, from.Name, (tokens, i) =>
        IsAlone(tokens, i, from.Name) && Before(tokens, i)?.Is("::") == true ? PostgreSqlText.Shown(to)
        : IsLookedUp(tokens, i) && tokens[i].ToString() == PostgreSqlText.Literal(PostgreSqlText.Shown(from))
            ? PostgreSqlText.Literal(PostgreSqlText.Shown(to)) : null);

    /// <summary>Everywhere in a text of types, but for the names of arguments.</summary>
    public static SqlExpression OfTypes(SqlExpression types, QualifiedName from, QualifiedName to) =>
        from.IsQualified ? PostgreSqlText.MoveIn(types, from, to)
        : Each(types, from.Name, (tokens, i) => IsAlone(tokens, i, from.Name) && EndsType(tokens, i) ? PostgreSqlText.Shown(to) : null);

    /// <summary>A name before a parenthesis.</summary>
    public static SqlExpression OfCalls(SqlExpression expression, QualifiedName from, QualifiedName to) =>
        Each(expression, from.Name, (tokens, i) =>
        IsCalled(tokens, i, from) ? PostgreSqlText.Shown(to.Name) : null);

    /// <summary>A constant with the type behind it.</summary>
    public static SqlExpression OfLabels(SqlExpression expression, QualifiedName type, Identifier from, Identifier to)
    {
        var words = Lexer.Read(PostgreSqlText.Shown(type)).Tokens;
        return Each(expression, from,
            (tokens, i) => tokens[i].Kind == SqlTokenKind.String && tokens[i].ToString() == PostgreSqlText.Literal(from.Value)
            && i + 1 + words.Count < tokens.Count && tokens[i + 1].Is("::")
            && words.Select((w, n) => PostgreSqlText.NameOf(tokens[i + 2 + n]) == PostgreSqlText.NameOf(w)).All(same => same)
                ? PostgreSqlText.Literal(to.Value)
                : null);
    }

    private static SqlExpression Each(SqlExpression expression, Identifier from, Func<IReadOnlyList<SqlToken>, int, string?> replace) =>
        new(Each(expression.Text, from, replace), Each(expression.Canonical, from, replace));

    private static string Each(string sql, Identifier from, Func<IReadOnlyList<SqlToken>, int, string?> replace)
    {
        if (!sql.Contains(from.Value.Replace("'", "''", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) return sql;
        var tokens = Lexer.Read(sql).Tokens;
        var text = new StringBuilder(sql.Length);
        for (var i = 0; i < tokens.Count; i++) text.Append(replace(tokens, i) ?? tokens[i].ToString());
        return text.ToString();
    }

    private static bool IsAlone(IReadOnlyList<SqlToken> tokens, int at, Identifier name) => PostgreSqlText.NameOf(tokens[at]) == name.Value
        && Before(tokens, at)?.Is(".") != true && After(tokens, at)?.Is(".") != true;

    // What follows a type is the end, brackets of an array, the next one, or a default; what follows the name of an argument is its type.
    private static bool EndsType(IReadOnlyList<SqlToken> tokens, int at) =>
        After(tokens, at) is not { } next || next.Is("[") || next.Is(",") || next.Is(")") || next.Is("=") || next.IsWord("DEFAULT");

    private static bool IsCalled(IReadOnlyList<SqlToken> tokens, int at, QualifiedName name)
    {
        if (PostgreSqlText.NameOf(tokens[at]) != name.Name.Value || After(tokens, at)?.Is("(") != true) return false;
        if (Before(tokens, at)?.Is(".") != true) return !name.IsQualified;
        return at > 1 && name.IsQualified && PostgreSqlText.NameOf(tokens[at - 2]) == name.Schema.Value;
    }

    private static bool IsLookedUp(IReadOnlyList<SqlToken> tokens, int at) => tokens[at].Kind == SqlTokenKind.String
        && at + 2 < tokens.Count && tokens[at + 1].Is("::")
        && PostgreSqlText.NameOf(tokens[at + 2])?.StartsWith("reg", StringComparison.Ordinal) == true;

    private static SqlToken? Before(IReadOnlyList<SqlToken> tokens, int at)
    {
        for (var i = at - 1; i >= 0; i--) if (tokens[i].IsSignificant) return tokens[i];
        return null;
    }

    private static SqlToken? After(IReadOnlyList<SqlToken> tokens, int at)
    {
        for (var i = at + 1; i < tokens.Count; i++) if (tokens[i].IsSignificant) return tokens[i];
        return null;
    }
}
