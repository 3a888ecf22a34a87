using System.Text;

namespace SchemaSync.PostgreSql.Scripts;

/// <summary>Statements as psql passes them on unchanged.</summary>
internal static class PsqlText
{
    /// <summary>
    /// A statement with its end. psql puts its variables where a colon stands before a name or a quote, and cuts at semicolons as it
    /// thinks a body is made: a space behind the colon means the same to the server, and within a constant nothing is cut.
    /// </summary>
    public static string Statement(string sql)
    {
        var whole = StatementText.Undivided(sql).TrimEnd().TrimEnd(';');
        var text = new StringBuilder(whole.Length + 8);
        var isInComment = false;
        foreach (var token in Lexer.Read(whole).Tokens)
        {
            text.Append(token.Span);
            if (token.Is(":")) text.Append(' ');
            // A comment up to the end of the line would swallow the semicolon.
            isInComment = token.Kind == SqlTokenKind.Comment && token.Span.StartsWith("--") || (isInComment && !token.Span.Contains('\n'));
        }

        return text.Append(isInComment ? "\n;\n" : ";\n").ToString();
    }

    /// <summary>A block of PL/pgSQL.</summary>
    public static string Block(string body, string declarations = "")
    {
        var head = declarations.Length > 0 ? $"DECLARE {declarations}\n" : "";
        return $"DO {PostgreSqlText.Dollar($"\n{head}BEGIN\n{body}\nEND\n", "$schemasync$")};\n";
    }

    /// <summary>A statement of a block that stops everything with a sentence, and with the value of a variable behind it.</summary>
    public static string Raise(string sentence, string? variable = null)
    {
        var text = PostgreSqlText.Literal(sentence);
        return $"RAISE EXCEPTION '%', {(variable is null ? text : $"pg_catalog.concat({text}, {variable})")};";
    }
}
