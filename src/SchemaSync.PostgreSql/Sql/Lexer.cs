namespace SchemaSync.PostgreSql.Sql;

/// <summary>PostgreSQL's tokens (manual, Lexical Structure).</summary>
internal static class Lexer
{
    // E'…' knows backslashes; B, X, N and U& only change what the quotes mean.
    private static readonly LexerRules Rules = new()
    {
        Spaces = " \t\n\r\f\v",
        LineEnds = "\n\r",
        CommentsNest = true,
        Quotes =
        [
            new("'", '\'', SqlTokenKind.String), new("\"", '"', SqlTokenKind.QuotedName),
            new("E'", '\'', SqlTokenKind.String) { Backslashes = true, Continues = true },
            new("B'", '\'', SqlTokenKind.Blob), new("X'", '\'', SqlTokenKind.Blob), new("N'", '\'', SqlTokenKind.String),
            new("U&'", '\'', SqlTokenKind.String), new("U&\"", '"', SqlTokenKind.QuotedName),
        ],
        DollarQuotes = true,
        Numbers = new("xXoObB", NumberIntoName.Ends) { Separators = true, Ranges = true },
        Punctuation = "(),;.[]",
        Operators = ["::", ":=", ":"],
        OperatorCharacters = "+-*/<>=~!@#%^&|`?",
    };

    /// <summary>Splits the text.</summary>
    public static LexedSql Read(string text) => SqlLexer.Read(text, Rules);
}
