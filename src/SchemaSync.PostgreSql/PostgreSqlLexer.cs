namespace SchemaSync.PostgreSql;

/// <summary>Splits PostgreSQL's SQL into tokens (manual, Lexical Structure). Knows no grammar; every character ends up in a token.</summary>
internal sealed class PostgreSqlLexer
{
    private const string OperatorCharacters = "+-*/<>=~!@#%^&|`?";

    private readonly string _text;
    private string? _error;

    private PostgreSqlLexer(string text) => _text = text;

    /// <summary>Splits the text.</summary>
    public static LexedSql Read(string text) => new PostgreSqlLexer(text).Run();

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
        if (c == '-' && Char(at + 1) == '-') return (SqlTokenKind.Comment, While(at + 2, x => x is not ('\n' or '\r')));
        if (c == '/' && Char(at + 1) == '*') return Comment(at);
        if (c == '\'') return Quoted(at, at + 1, '\'', backslash: false, SqlTokenKind.String);
        if (c == '"') return Quoted(at, at + 1, '"', backslash: false, SqlTokenKind.QuotedName);
        if (Prefixed(at) is { } prefixed) return prefixed;
        if (c == '$') return Dollar(at);
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Char(at + 1)))) return Number(at);
        if (IsNameStart(c)) return (SqlTokenKind.Name, While(at + 1, IsNamePart));
        if (c is '(' or ')' or ',' or ';' or '.' or '[' or ']') return (SqlTokenKind.Punctuation, at + 1);
        if (c == ':') return (SqlTokenKind.Operator, Char(at + 1) is ':' or '=' ? at + 2 : at + 1);
        return OperatorCharacters.Contains(c, StringComparison.Ordinal) ? (SqlTokenKind.Operator, Operator(at)) : Invalid($"the character '{c}'");
    }

    // E'…' knows backslashes; B, X, N and U& only change what the quotes mean.
    private (SqlTokenKind, int)? Prefixed(int at) => (char.ToUpperInvariant(_text[at]), Char(at + 1), Char(at + 2)) switch
    {
        ('E', '\'', _) => Quoted(at, at + 2, '\'', backslash: true, SqlTokenKind.String),
        ('B' or 'X', '\'', _) => Quoted(at, at + 2, '\'', backslash: false, SqlTokenKind.Blob),
        ('N', '\'', _) => Quoted(at, at + 2, '\'', backslash: false, SqlTokenKind.String),
        ('U', '&', '\'') => Quoted(at, at + 3, '\'', backslash: false, SqlTokenKind.String),
        ('U', '&', '"') => Quoted(at, at + 3, '"', backslash: false, SqlTokenKind.QuotedName),
        _ => null,
    };

    private (SqlTokenKind, int) Quoted(int start, int at, char quote, bool backslash, SqlTokenKind kind)
    {
        for (; at < _text.Length; at++)
        {
            if (backslash && _text[at] == '\\') at++;
            else if (_text[at] == quote)
            {
                if (Char(at + 1) == quote) at++;
                else if (backslash && Continued(at + 1) is { } next) at = next;
                else return (kind, at + 1);
            }
        }

        return Invalid($"a quote without an end: {Shown(start)}");
    }

    // A constant goes on behind a line's end (manual, String Constants), and with it the meaning of its backslashes.
    private int? Continued(int at)
    {
        var isNewLine = false;
        for (; at < _text.Length; at++)
        {
            if (_text[at] == '\'') return isNewLine ? at : null;
            if (_text[at] == '-' && Char(at + 1) == '-') at = While(at, x => x is not ('\n' or '\r'));
            if (at == _text.Length || !IsSpace(_text[at])) return null;
            isNewLine |= _text[at] is '\n' or '\r';
        }

        return null;
    }

    private (SqlTokenKind, int) Dollar(int at)
    {
        if (char.IsAsciiDigit(Char(at + 1))) return (SqlTokenKind.Parameter, While(at + 1, char.IsAsciiDigit));
        var tagEnd = IsNameStart(Char(at + 1)) ? While(at + 1, x => IsNamePart(x) && x != '$') : at + 1;
        if (Char(tagEnd) != '$') return Invalid($"a dollar sign that begins nothing: {Shown(at)}");
        var tag = _text[at..(tagEnd + 1)];
        var end = _text.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal);
        return end < 0 ? Invalid($"a text constant without an end: {Shown(at)}") : (SqlTokenKind.String, end + tag.Length);
    }

    // Comments nest.
    private (SqlTokenKind, int) Comment(int start)
    {
        var depth = 0;
        for (var at = start; at < _text.Length - 1; at++)
        {
            var isOpen = _text[at] == '/' && _text[at + 1] == '*';
            var isClose = _text[at] == '*' && _text[at + 1] == '/';
            if (!isOpen && !isClose) continue;
            depth += isOpen ? 1 : -1;
            at++;
            if (depth == 0) return (SqlTokenKind.Comment, at + 1);
        }

        return Invalid($"a comment without an end: {Shown(start)}");
    }

    private (SqlTokenKind, int) Number(int at)
    {
        if (_text[at] == '0' && Char(at + 1) is 'x' or 'X' or 'o' or 'O' or 'b' or 'B') return (SqlTokenKind.Number, While(at + 2, x => char.IsAsciiHexDigit(x) || x == '_'));
        var end = While(at, IsDigit);
        // 1..10 is a range of a loop, not the number 1. and a point.
        if (Char(end) == '.' && Char(end + 1) != '.') end = While(end + 1, IsDigit);
        var sign = Char(end + 1) is '+' or '-' ? 1 : 0;
        if (Char(end) is 'e' or 'E' && char.IsAsciiDigit(Char(end + 1 + sign))) end = While(end + 1 + sign, IsDigit);
        return (SqlTokenKind.Number, end);
    }

    // An operator ends where a comment begins.
    private int Operator(int at)
    {
        var end = at;
        while (end < _text.Length && OperatorCharacters.Contains(_text[end], StringComparison.Ordinal))
        {
            if (end > at && ((_text[end] == '-' && Char(end + 1) == '-') || (_text[end] == '/' && Char(end + 1) == '*'))) break;
            end++;
        }

        return end;
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

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v';

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c == '_';

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || c >= '\u0080';

    private static bool IsNamePart(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c == '$';
}
