namespace SchemaSync.Sqlite.Sql;

/// <summary>SQLite's tokens (src/tokenize.c). It takes the quotes of everybody (manual, lang_keywords).</summary>
internal static class Lexer
{
    private static readonly LexerRules Rules = new()
    {
        // A byte order mark is skipped anywhere between tokens.
        Spaces = " \t\n\r\f\uFEFF",
        Quotes =
        [
            new("'", '\'', SqlTokenKind.String), new("\"", '"', SqlTokenKind.QuotedName), new("`", '`', SqlTokenKind.QuotedName),
            new("[", ']', SqlTokenKind.QuotedName) { Doubles = false }, new("X'", '\'', SqlTokenKind.Blob),
        ],
        Numbers = new("xX", NumberIntoName.Fault) { Separators = true },
        QuestionMarkParameters = true,
        NumberedParameters = true,
        NamedParameters = ":@$",
        Operators = ["->>", "->", "||", "<<", ">>", "<=", ">=", "<>", "!=", "==", "+", "-", "*", "/", "%", "&", "|", "~", "<", ">", "="],
    };

    /// <summary>Splits the text.</summary>
    public static LexedSql Read(string text) => SqlLexer.Read(text, Rules);
}
