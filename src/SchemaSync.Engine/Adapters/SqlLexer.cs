namespace SchemaSync.Engine;

/// <summary>What a token is.</summary>
public enum SqlTokenKind
{
    /// <summary>White space.</summary>
    Space,
    /// <summary>A comment of either form.</summary>
    Comment,
    /// <summary>A text constant.</summary>
    String,
    /// <summary>A name in quotes, backticks or brackets.</summary>
    QuotedName,
    /// <summary>A name or keyword without quotes.</summary>
    Name,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A constant of bytes.</summary>
    Blob,
    /// <summary>A parameter.</summary>
    Parameter,
    /// <summary>An operator of one or more characters.</summary>
    Operator,
    /// <summary>One of <c>( ) , ; .</c></summary>
    Punctuation,
    /// <summary>What no token begins with, or a literal without an end; always the rest of the text.</summary>
    Invalid,
}

/// <summary>One token: a piece of the text it was read from.</summary>
public readonly record struct SqlToken(SqlTokenKind Kind, string Source, int Start, int Length)
{
    /// <summary>The index behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The characters as written.</summary>
    public ReadOnlySpan<char> Span => Source.AsSpan(Start, Length);

    /// <summary>Whether it says something: neither space nor comment.</summary>
    public bool IsSignificant => Kind is not (SqlTokenKind.Space or SqlTokenKind.Comment);

    /// <summary>Whether it is this keyword, unquoted, in any case.</summary>
    public bool IsWord(string word) => Kind == SqlTokenKind.Name && System.Text.Ascii.EqualsIgnoreCase(Span, word);

    /// <summary>Whether it is this punctuation or operator.</summary>
    public bool Is(string symbol) => Kind is SqlTokenKind.Punctuation or SqlTokenKind.Operator && Span.SequenceEqual(symbol);

    /// <inheritdoc/>
    public override string ToString() => Span.ToString();
}

/// <summary>What differs between dialects at this level.</summary>
/// <param name="Backticks">Whether <c>`x`</c> is a name.</param>
/// <param name="Brackets">Whether <c>[x]</c> is a name.</param>
public sealed record SqlLexerOptions(bool Backticks, bool Brackets);

/// <summary>The tokens of a text.</summary>
/// <param name="Tokens">Every character of the text, in order.</param>
/// <param name="Error">Why the last token is <see cref="SqlTokenKind.Invalid"/>, or null.</param>
public sealed record LexedSql(IReadOnlyList<SqlToken> Tokens, string? Error)
{
    /// <summary>The tokens without spaces and comments.</summary>
    public List<SqlToken> Significant
    {
        get
        {
            var significant = new List<SqlToken>(Tokens.Count);
            for (var i = 0; i < Tokens.Count; i++) if (Tokens[i].IsSignificant) significant.Add(Tokens[i]);
            return significant;
        }
    }
}

/// <summary>Splits SQL into tokens. Knows no grammar; every character ends up in a token.</summary>
public sealed class SqlLexer
{
    // Longest first: "->>" must not be read as "->" and ">".
    private static readonly string[] Operators = ["->>", "->", "||", "<<", ">>", "<=", ">=", "<>", "!=", "==", "+", "-", "*", "/", "%", "&", "|", "~", "<", ">", "="];

    private readonly string _text;
    private readonly SqlLexerOptions _options;
    private string? _error;

    private SqlLexer(string text, SqlLexerOptions options) => (_text, _options) = (text, options);

    /// <summary>Splits the text.</summary>
    public static LexedSql Read(string text, SqlLexerOptions options) => new SqlLexer(text, options).Run();

    private LexedSql Run()
    {
        var tokens = new List<SqlToken>((_text.Length / 4) + 4);
        for (var at = 0; at < _text.Length;)
        {
            var (kind, end) = Next(at);
            tokens.Add(new(kind, _text, at, end - at));
            at = end;
        }

        return new(tokens, _error);
    }

    private (SqlTokenKind Kind, int End) Next(int at)
    {
        var c = _text[at];
        if (IsSpace(c)) return (SqlTokenKind.Space, While(at + 1, IsSpace));
        if (c == '-' && Char(at + 1) == '-') return (SqlTokenKind.Comment, While(at + 2, x => x != '\n'));
        if (c == '/' && Char(at + 1) == '*') return Until(at, at + 2, "*/", SqlTokenKind.Comment, "a comment");
        if (c == '\'') return Quoted(at, at + 1, '\'', SqlTokenKind.String, "a text constant");
        if (c == '"' || (c == '`' && _options.Backticks)) return Quoted(at, at + 1, c, SqlTokenKind.QuotedName, "a quoted name");
        if (c == '[' && _options.Brackets) return Until(at, at + 1, "]", SqlTokenKind.QuotedName, "a name in brackets");
        if (c is 'x' or 'X' && Char(at + 1) == '\'') return Quoted(at, at + 2, '\'', SqlTokenKind.Blob, "a constant of bytes");
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Char(at + 1)))) return Number(at);
        if (IsNameStart(c)) return (SqlTokenKind.Name, While(at + 1, IsNamePart));
        if (c is '(' or ')' or ',' or ';' or '.') return (SqlTokenKind.Punctuation, at + 1);
        if (c == '?') return (SqlTokenKind.Parameter, While(at + 1, char.IsAsciiDigit));
        if (c is ':' or '@' or '$' && IsNamePart(Char(at + 1))) return (SqlTokenKind.Parameter, While(at + 1, IsNamePart));
        foreach (var symbol in Operators)
        {
            if (string.CompareOrdinal(_text, at, symbol, 0, symbol.Length) == 0) return (SqlTokenKind.Operator, at + symbol.Length);
        }

        return Invalid($"the character '{c}'");
    }

    private (SqlTokenKind, int) Quoted(int start, int at, char quote, SqlTokenKind kind, string what)
    {
        for (; at < _text.Length; at++)
        {
            if (_text[at] != quote) continue;
            if (Char(at + 1) != quote) return (kind, at + 1);
            at++;
        }

        return Invalid($"{what} without an end: {Shown(start)}");
    }

    private (SqlTokenKind, int) Until(int start, int at, string end, SqlTokenKind kind, string what)
    {
        var found = _text.IndexOf(end, at, StringComparison.Ordinal);
        return found < 0 ? Invalid($"{what} without an end: {Shown(start)}") : (kind, found + end.Length);
    }

    private (SqlTokenKind, int) Number(int at)
    {
        int end;
        if (_text[at] == '0' && Char(at + 1) is 'x' or 'X') end = While(at + 2, char.IsAsciiHexDigit);
        else
        {
            end = While(at, IsDigit);
            if (Char(end) == '.') end = While(end + 1, IsDigit);
            var sign = Char(end + 1) is '+' or '-' ? 1 : 0;
            if (Char(end) is 'e' or 'E' && char.IsAsciiDigit(Char(end + 1 + sign))) end = While(end + 1 + sign, IsDigit);
        }

        return IsNamePart(Char(end)) ? Invalid($"a number that runs into a name: {Shown(at)}") : (SqlTokenKind.Number, end);
    }

    // Nothing behind an error can be told apart reliably, so it takes the rest.
    private (SqlTokenKind, int) Invalid(string error)
    {
        _error = error;
        return (SqlTokenKind.Invalid, _text.Length);
    }

    private string Shown(int start) => _text.Substring(start, Math.Min(30, _text.Length - start));

    private char Char(int at) => at < _text.Length ? _text[at] : '\0';

    private int While(int at, Func<char, bool> holds)
    {
        while (at < _text.Length && holds(_text[at])) at++;
        return at;
    }

    // SQLite skips a byte order mark anywhere between tokens.
    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\uFEFF';

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c == '_';

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || (c >= '\u0080' && c != '\uFEFF');

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' || c >= '\u0080';
}
