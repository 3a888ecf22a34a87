namespace SchemaSync.Engine.Sql;

/// <summary>
/// Splits SQL into tokens. Knows no grammar; every character ends up in a token. Exact about where a token ends: a text that the server
/// reads otherwise could hide a statement.
/// </summary>
public sealed class SqlLexer
{
    private readonly string _text;
    private readonly LexerRules _rules;
    private string? _error;

    private SqlLexer(string text, LexerRules rules) => (_text, _rules) = (text, rules);

    /// <summary>Splits the text.</summary>
    public static LexedSql Read(string text, LexerRules rules) => new SqlLexer(text, rules).Run();

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
        if (BeginsLineComment(at)) return (SqlTokenKind.Comment, LineEnd(at));
        if (c == '/' && Char(at + 1) == '*') return Comment(at);
        if (QuoteAt(at) is { } quote) return Quoted(at, quote);
        if (c == '$' && _rules.DollarQuotes) return Dollar(at);
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Char(at + 1)))) return Number(at);
        if (IsNameStart(c)) return (SqlTokenKind.Name, While(at + 1, IsNamePart));
        if (_rules.Punctuation.Contains(c, StringComparison.Ordinal)) return (SqlTokenKind.Punctuation, at + 1);
        return Parameter(at) ?? Operator(at) ?? Invalid($"the character '{c}'");
    }

    private bool BeginsLineComment(int at)
    {
        if (_text[at] == '#') return _rules.HashBeginsComment;
        if (_text[at] != '-' || Char(at + 1) != '-') return false;
        return !_rules.DashesNeedSpace || at + 2 == _text.Length || IsSpace(_text[at + 2]) || _text[at + 2] is < ' ' or '\u007F';
    }

    private int LineEnd(int at) => _text.AsSpan(at).IndexOfAny(_rules.LineEnds) is var end && end < 0 ? _text.Length : at + end;

    private (SqlTokenKind, int) Comment(int start)
    {
        var depth = 0;
        for (var at = start; at < _text.Length - 1; at++)
        {
            var isOpen = _text[at] == '/' && _text[at + 1] == '*' && (depth == 0 || _rules.CommentsNest);
            var isClose = _text[at] == '*' && _text[at + 1] == '/';
            if (!isOpen && !isClose) continue;
            depth += isOpen ? 1 : -1;
            at++;
            if (depth > 0) continue;
            var end = at + 1;
            return _rules.CommentFault?.Invoke(_text.AsSpan(start, end - start)) is { } fault
                ? Invalid(fault)
                : (SqlTokenKind.Comment, end);
        }

        return Invalid($"a comment without an end: {Shown(start)}");
    }

    private QuoteRule? QuoteAt(int at)
    {
        if (!_rules.QuoteStarts.Contains(_text[at])) return null;
        foreach (var quote in _rules.Quotes)
        {
            if (_text.AsSpan(at).StartsWith(quote.Opening, StringComparison.OrdinalIgnoreCase)) return quote;
        }

        return null;
    }

    private (SqlTokenKind, int) Quoted(int start, QuoteRule quote)
    {
        for (var at = start + quote.Opening.Length; at < _text.Length; at++)
        {
            if (quote.Backslashes && _text[at] == '\\') at++;
            else if (_text[at] == quote.Closing)
            {
                if (quote.Doubles && Char(at + 1) == quote.Closing) at++;
                else if (quote.Continues && Continued(at + 1) is { } next) at = next;
                else return (quote.Kind, at + 1);
            }
        }

        return Invalid($"{quote.Name} without an end: {Shown(start)}");
    }

    // A constant goes on behind a line's end, and with it the meaning of its backslashes.
    private int? Continued(int at)
    {
        var isNewLine = false;
        for (; at < _text.Length; at++)
        {
            if (_text[at] == '\'') return isNewLine ? at : null;
            if (_text[at] == '-' && Char(at + 1) == '-') at = LineEnd(at);
            if (at == _text.Length || !IsSpace(_text[at])) return null;
            isNewLine |= _text[at] is '\n' or '\r';
        }

        return null;
    }

    private (SqlTokenKind, int) Dollar(int at)
    {
        if (char.IsAsciiDigit(Char(at + 1))) return (SqlTokenKind.Parameter, While(at + 1, char.IsAsciiDigit));
        var tagEnd = IsNameStart(Char(at + 1)) ? While(at + 1, c => IsNamePart(c) && c != '$') : at + 1;
        if (Char(tagEnd) != '$') return Invalid($"a dollar sign that begins nothing: {Shown(at)}");
        var tag = _text[at..(tagEnd + 1)];
        var end = _text.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal);
        return end < 0 ? Invalid($"a text constant without an end: {Shown(at)}") : (SqlTokenKind.String, end + tag.Length);
    }

    private (SqlTokenKind, int) Number(int at)
    {
        var numbers = _rules.Numbers;
        var hasRadix = _text[at] == '0' && at + 1 < _text.Length && numbers.RadixPrefixes.Contains(_text[at + 1], StringComparison.Ordinal);
        var end = hasRadix ? While(at + 2, c => char.IsAsciiHexDigit(c) || IsSeparator(c)) : Decimal(at);
        return numbers.IntoName switch
        {
            NumberIntoName.Name when hasRadix => (SqlTokenKind.Blob, While(end, IsNamePart)),
            NumberIntoName.Name when IsNamePart(Char(end)) => (SqlTokenKind.Name, While(end, IsNamePart)),
            NumberIntoName.Fault when IsNamePart(Char(end)) => Invalid($"a number that runs into a name: {Shown(at)}"),
            _ => (SqlTokenKind.Number, end),
        };
    }

    private int Decimal(int at)
    {
        var end = While(at, IsDigit);
        if (Char(end) == '.' && !(_rules.Numbers.Ranges && Char(end + 1) == '.')) end = While(end + 1, IsDigit);
        var sign = Char(end + 1) is '+' or '-' ? 1 : 0;
        return Char(end) is 'e' or 'E' && char.IsAsciiDigit(Char(end + 1 + sign)) ? While(end + 1 + sign, IsDigit) : end;
    }

    private (SqlTokenKind, int)? Parameter(int at)
    {
        var c = _text[at];
        if (c == '?' && _rules.QuestionMarkParameters)
            return (SqlTokenKind.Parameter, _rules.NumberedParameters ? While(at + 1, char.IsAsciiDigit) : at + 1);
        if (c == '@' && _rules.AtVariables) return Variable(at);
        return _rules.NamedParameters.Contains(c, StringComparison.Ordinal) && IsNamePart(Char(at + 1))
            ? (SqlTokenKind.Parameter, While(at + 1, IsNamePart))
            : null;
    }

    private (SqlTokenKind, int) Variable(int at)
    {
        var start = Char(at + 1) == '@' ? at + 2 : at + 1;
        if (Char(start) != '`') return (SqlTokenKind.Parameter, While(start, c => IsNamePart(c) || c == '.'));
        return QuoteAt(start) is { } quote && Quoted(start, quote) is (SqlTokenKind.QuotedName, var end)
            ? (SqlTokenKind.Parameter, end)
            : Invalid("a variable without an end");
    }

    private (SqlTokenKind, int)? Operator(int at)
    {
        foreach (var symbol in _rules.Operators)
        {
            if (string.CompareOrdinal(_text, at, symbol, 0, symbol.Length) == 0) return (SqlTokenKind.Operator, at + symbol.Length);
        }

        var end = at;
        while (end < _text.Length && _rules.OperatorCharacters.Contains(_text[end], StringComparison.Ordinal)
            && !(end > at && BeginsComment(end))) end++;
        return end > at ? (SqlTokenKind.Operator, end) : null;
    }

    private bool BeginsComment(int at) => BeginsLineComment(at) || (_text[at] == '/' && Char(at + 1) == '*');

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

    private bool IsSpace(char c) => _rules.Spaces.Contains(c, StringComparison.Ordinal);

    private bool IsDigit(char c) => char.IsAsciiDigit(c) || IsSeparator(c);

    private bool IsSeparator(char c) => c == '_' && _rules.Numbers.Separators;

    private bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || c >= '\u0080' || (c == '$' && _rules.DollarBeginsName);

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' || c >= '\u0080';
}
