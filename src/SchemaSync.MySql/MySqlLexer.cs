namespace SchemaSync.MySql;

/// <summary>
/// Splits MySQL's SQL into tokens (manual, Language Structure): backslashes escape in constants and double quotes are constants unless
/// the sql_mode says otherwise, <c>#</c> begins a comment, and <c>--</c> only before white space. Knows no grammar, and is exact about
/// where a token ends: a text that the server reads otherwise could hide a statement.
/// </summary>
internal sealed class MySqlLexer
{
    // Longest first: "<=>" must not be read as "<=" and ">".
    private static readonly string[] Operators =
        ["->>", "<=>", "->", "||", "&&", "<<", ">>", "<=", ">=", "<>", "!=", ":=", "+", "-", "*", "/", "%", "&", "|", "^", "~", "!", "<", ">", "="];

    private readonly string _text;
    private readonly MySqlMode _mode;
    private string? _error;

    private MySqlLexer(string text, MySqlMode mode) => (_text, _mode) = (text, mode);

    /// <summary>Splits the text as a session of ours reads it.</summary>
    public static LexedSql Read(string text) => Read(text, MySqlMode.Ours);

    /// <summary>Splits the text as a session in that mode reads it.</summary>
    public static LexedSql Read(string text, MySqlMode mode) => new MySqlLexer(text, mode).Run();

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
        if (c == '#' || (c == '-' && Char(at + 1) == '-' && (at + 2 == _text.Length || IsSpace(_text[at + 2]) || IsControl(_text[at + 2])))) return (SqlTokenKind.Comment, While(at + 1, x => x != '\n'));
        if (c == '/' && Char(at + 1) == '*') return Comment(at);
        if (c == '`' || (c == '"' && _mode.AnsiQuotes)) return QuotedName(at);
        if (c is '\'' or '"') return Constant(at, at + 1, c, SqlTokenKind.String);
        if (c is 'x' or 'X' or 'b' or 'B' or 'n' or 'N' && Char(at + 1) == '\'') return Constant(at, at + 2, '\'', c is 'n' or 'N' ? SqlTokenKind.String : SqlTokenKind.Blob);
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Char(at + 1)))) return Number(at);
        if (IsNamePart(c)) return (SqlTokenKind.Name, While(at + 1, IsNamePart));
        if (c is '(' or ')' or ',' or ';' or '.') return (SqlTokenKind.Punctuation, at + 1);
        if (c == '?') return (SqlTokenKind.Parameter, at + 1);
        if (c == '@') return Variable(at);
        if (c == ':' && Char(at + 1) != '=') return (SqlTokenKind.Operator, at + 1);
        foreach (var symbol in Operators)
        {
            if (string.CompareOrdinal(_text, at, symbol, 0, symbol.Length) == 0) return (SqlTokenKind.Operator, at + symbol.Length);
        }

        return Invalid($"the character '{c}'");
    }

    // What stands in /*! … */ or /*M! … */ is run by some servers: it can neither be dropped nor read as a comment.
    private (SqlTokenKind, int) Comment(int at)
    {
        if (Char(at + 2) == '!' || (Char(at + 2) == 'M' && Char(at + 3) == '!')) return Invalid("a comment that servers execute");
        var end = _text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        if (end < 0) return Invalid("a comment without an end");
        // A hint has tokens of its own: a quoted name in it may hold the end of a comment.
        return Char(at + 2) == '+' && _text.AsSpan(at, end - at).ContainsAny('`', '"', '\'') ? Invalid("a hint with quotes") : (SqlTokenKind.Comment, end + 2);
    }

    private (SqlTokenKind, int) Constant(int start, int at, char quote, SqlTokenKind kind)
    {
        for (; at < _text.Length; at++)
        {
            if (_text[at] == '\\' && !_mode.PlainBackslashes) at++;
            else if (_text[at] == quote && Char(at + 1) == quote) at++;
            else if (_text[at] == quote) return (kind, at + 1);
        }

        return Invalid($"a constant without an end: {Shown(start)}");
    }

    private (SqlTokenKind, int) QuotedName(int start)
    {
        for (var at = start + 1; at < _text.Length; at++)
        {
            if (_text[at] != _text[start]) continue;
            if (Char(at + 1) != _text[start]) return (SqlTokenKind.QuotedName, at + 1);
            at++;
        }

        return Invalid($"a quoted name without an end: {Shown(start)}");
    }

    private (SqlTokenKind, int) Variable(int at)
    {
        var start = Char(at + 1) == '@' ? at + 2 : at + 1;
        if (Char(start) is '`') return QuotedName(start) is var (kind, end) && kind == SqlTokenKind.QuotedName ? (SqlTokenKind.Parameter, end) : Invalid("a variable without an end");
        return (SqlTokenKind.Parameter, While(start, c => IsNamePart(c) || c == '.'));
    }

    private (SqlTokenKind, int) Number(int at)
    {
        var end = While(at, char.IsAsciiDigit);
        if (Char(end) == '.') end = While(end + 1, char.IsAsciiDigit);
        var sign = Char(end + 1) is '+' or '-' ? 1 : 0;
        if (Char(end) is 'e' or 'E' && char.IsAsciiDigit(Char(end + 1 + sign))) end = While(end + 1 + sign, char.IsAsciiDigit);
        // A name may begin with a digit; 0x1F and 0b01 are constants of bytes.
        if (!IsNamePart(Char(end))) return (SqlTokenKind.Number, end);
        end = While(end, IsNamePart);
        return (_text[at] == '0' && Char(at + 1) is 'x' or 'b' ? SqlTokenKind.Blob : SqlTokenKind.Name, end);
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

    // What a space is in UTF-8 sessions: every other one is a letter to the server.
    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\v' or '\f' or '\r';

    private static bool IsControl(char c) => c is < ' ' or '\u007F';

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' || c >= '\u0080';
}
