namespace SchemaSync.MySql.Scripts;

/// <summary>Statements as the mysql and mariadb clients pass them on unchanged.</summary>
internal static class ShellText
{
    private static readonly string[] Delimiters = ["$$", "//", "$$$$", "$$schemasync$$"];

    /// <summary>Why a client cannot be given a text; null when it can.</summary>
    public static string? Obstacle(string sql) => Lexer.Read(sql).Tokens.Any(t => t.IsWord("DELIMITER"))
        ? "the client takes the word DELIMITER for a command of its own; write it between backticks"
        : Delimiters.All(d => sql.Contains(d, StringComparison.Ordinal)) ? "it holds every text that could stand for its end" : null;

    /// <summary>Whether a client that throws comments away would change what the server keeps.</summary>
    public static bool HasComment(string sql) => Lexer.Read(sql).Tokens.Any(t => t.Kind is SqlTokenKind.Comment or SqlTokenKind.Invalid);

    /// <summary>A statement with its end: another one than a semicolon where semicolons
    /// are part of it, or where a comment could hide one.</summary>
    public static string Statement(string sql)
    {
        var statement = sql.TrimEnd();
        var lexed = Lexer.Read(statement);
        if (lexed.Error is null && !lexed.Tokens.Any(t => t.Is(";") || t.Kind == SqlTokenKind.Comment)) return statement + ";\n";
        var delimiter = Delimiters.First(d => !statement.Contains(d, StringComparison.Ordinal));
        return $"DELIMITER {delimiter}\n{statement}\n{delimiter}\nDELIMITER ;\n";
    }
}
