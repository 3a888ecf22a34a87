namespace SchemaSync.Engine.Sql;

/// <summary>What tokens say that belong together.</summary>
public static class SqlTokens
{
    /// <summary>The place of the bracket that closes another one; -1 where none does.</summary>
    /// <param name="tokens">The tokens of a text.</param>
    /// <param name="open">The place of <c>(</c> or <c>[</c>.</param>
    public static int Closing(IReadOnlyList<SqlToken> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            if (tokens[i].Is("(") || tokens[i].Is("[")) depth++;
            else if ((tokens[i].Is(")") || tokens[i].Is("]")) && --depth == 0) return i;
        }

        return -1;
    }

    /// <summary>Whether the first of the tokens is a parenthesis that the last one closes.</summary>
    public static bool IsParenthesised(IReadOnlyList<SqlToken> significant) =>
        significant.Count > 1 && significant[0].Is("(") && Closing(significant, 0) == significant.Count - 1;

    /// <summary>What a foreign key does, in the words of the standard.</summary>
    public static string Of(ReferentialAction action) => action switch
    {
        ReferentialAction.Restrict => "RESTRICT",
        ReferentialAction.Cascade => "CASCADE",
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        _ => "NO ACTION",
    };
}
