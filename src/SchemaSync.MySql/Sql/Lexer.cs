using System.Collections.Concurrent;

namespace SchemaSync.MySql.Sql;

/// <summary>
/// MySQL's and MariaDB's tokens (manual, Language Structure): backslashes escape in constants and double quotes are constants unless the
/// sql_mode says otherwise.
/// </summary>
internal static class Lexer
{
    private static readonly ConcurrentDictionary<LexerMode, LexerRules> Rules = new();

    /// <summary>Splits the text as a session of ours reads it.</summary>
    public static LexedSql Read(string text) => Read(text, LexerMode.Ours);

    /// <summary>Splits the text as a session in that mode reads it.</summary>
    public static LexedSql Read(string text, LexerMode mode) => SqlLexer.Read(text, Rules.GetOrAdd(mode, Of));

    private static LexerRules Of(LexerMode mode)
    {
        QuoteRule Constant(string opening, SqlTokenKind kind) => new(opening, opening[^1], kind) { Backslashes = !mode.PlainBackslashes };
        return new()
        {
            // What a space is in UTF-8 sessions: every other one is a letter to the server.
            Spaces = " \t\n\v\f\r",
            HashBeginsComment = true,
            DashesNeedSpace = true,
            CommentFault = CommentFault,
            Quotes =
            [
                new("`", '`', SqlTokenKind.QuotedName),
                mode.AnsiQuotes ? new("\"", '"', SqlTokenKind.QuotedName) : Constant("\"", SqlTokenKind.String),
                Constant("'", SqlTokenKind.String), Constant("N'", SqlTokenKind.String),
                Constant("X'", SqlTokenKind.Blob), Constant("B'", SqlTokenKind.Blob),
            ],
            // A name may begin with a digit; 0x1F and 0b01 are constants of bytes, 0X1F is a name.
            Numbers = new("xb", NumberIntoName.Name),
            DollarBeginsName = true,
            QuestionMarkParameters = true,
            AtVariables = true,
            Operators = ["->>", "<=>", "->", "||", "&&", "<<", ">>", "<=", ">=", "<>", "!=", ":=",
                ":", "+", "-", "*", "/", "%", "&", "|", "^", "~", "!", "<", ">", "="],
        };
    }

    // What stands in /*! … */ or /*M! … */ is run by some servers: it can neither be dropped nor read as a comment.
    // A hint has tokens of its own: a quoted name in it may hold the end of a comment.
    private static string? CommentFault(ReadOnlySpan<char> comment) =>
        comment.StartsWith("/*!", StringComparison.Ordinal) || comment.StartsWith("/*M!", StringComparison.Ordinal)
            ? "a comment that servers execute"
        : comment.StartsWith("/*+", StringComparison.Ordinal) && comment.ContainsAny('`', '"', '\'') ? "a hint with quotes"
        : null;
}
