using System.Text;

namespace SchemaSync.Sqlite.Sql;

/// <summary>
/// Where the canonical text has spaces. Decided from the tokens alone, so that no spacing of the source shows through,
/// and so that the result reads as the same tokens again.
/// </summary>
internal static class Spacing
{
    /// <summary>What a token does in its place.</summary>
    private enum Role
    {
        Operand,
        Reserved,
        Binary,
        Prefix,
        Open,
        Close,
        Comma,
        Dot,
    }

    /// <summary>The tokens from <paramref name="first"/> to <paramref name="last"/>, each as <paramref name="word"/> writes it.</summary>
    public static string Join(List<SqlToken> tokens, int first, int last, Func<SqlToken, string> word)
    {
        var text = new StringBuilder();
        Role? before = null;
        for (var i = first; i <= last; i++)
        {
            var role = RoleOf(tokens[i], before);
            if (i > first && Space(tokens[i - 1], before!.Value, tokens[i], role)) text.Append(' ');
            text.Append(word(tokens[i]));
            before = role;
        }

        return text.ToString();
    }

    private static Role RoleOf(SqlToken token, Role? before)
    {
        switch (token.Kind)
        {
            case SqlTokenKind.Operator:
                // After something that cannot end a value, a sign is a prefix and a star means "all columns".
                var valueEnded = before is Role.Operand or Role.Close;
                if (token.Is("~")) return Role.Prefix;
                if (!valueEnded && (token.Is("-") || token.Is("+"))) return Role.Prefix;
                return token.Is("*") && before is Role.Open or Role.Comma or Role.Dot or Role.Reserved or null ? Role.Operand : Role.Binary;
            case SqlTokenKind.Punctuation:
                return token.Span[0] switch { '(' => Role.Open, ')' => Role.Close, '.' => Role.Dot, _ => Role.Comma };
            case SqlTokenKind.Name when Keywords.IsReserved(token.Span) && !token.IsWord("NULL"):
                return Role.Reserved;
            default:
                return Role.Operand;
        }
    }

    private static bool Space(SqlToken left, Role leftRole, SqlToken right, Role rightRole)
    {
        if (rightRole is Role.Close or Role.Comma || leftRole == Role.Open) return false;
        // A dot beside a digit would become part of a number.
        if (rightRole == Role.Dot) return !IsName(left);
        if (leftRole == Role.Dot) return !(IsName(right) || right.Is("*"));
        // "- -1" must not become a comment, nor "-" and ">" one operator.
        if (leftRole == Role.Prefix) return right.Kind == SqlTokenKind.Operator;
        // count(*) but IN (1).
        return rightRole != Role.Open || leftRole == Role.Reserved || !IsName(left);
    }

    private static bool IsName(SqlToken token) => token.Kind is SqlTokenKind.Name or SqlTokenKind.QuotedName;
}
