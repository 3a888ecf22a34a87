namespace SchemaSync.Sqlite.Sql;

/// <summary>A stored CREATE text holds something the model has no word for: the object is kept as that text.</summary>
internal sealed class UnsupportedTextException(string reason) : Exception(reason);

/// <summary>
/// Walks the tokens of a stored CREATE text. Knows only the frame around expressions; at whatever it does not expect
/// it gives up, so that nothing is lost silently.
/// </summary>
internal sealed class TokenWalk
{
    private readonly string _text;
    private readonly List<SqlToken> _tokens;
    private int _at;

    public TokenWalk(string text)
    {
        var lexed = Lexer.Read(text);
        if (lexed.Error is { } error) throw new UnsupportedTextException(error);
        (_text, _tokens) = (text, lexed.Significant);
    }

    /// <summary>Whether every token was taken.</summary>
    public bool AtEnd => _at >= _tokens.Count;

    /// <summary>Whether the next token is the keyword.</summary>
    public bool IsWord(string word) => !AtEnd && _tokens[_at].IsWord(word);

    /// <summary>Whether the next token is the punctuation.</summary>
    public bool Is(string symbol) => !AtEnd && _tokens[_at].Is(symbol);

    /// <summary>Takes keywords that follow one another, all or none.</summary>
    public bool Take(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (_at + i >= _tokens.Count || !(_tokens[_at + i].IsWord(words[i]) || _tokens[_at + i].Is(words[i]))) return false;
        }

        _at += words.Length;
        return true;
    }

    /// <summary>Takes keywords that have to be there.</summary>
    public void Expect(params ReadOnlySpan<string> words)
    {
        if (!Take(words)) throw Unexpected();
    }

    /// <summary>Takes a name, quoted in whatever way.</summary>
    public Identifier Name()
    {
        if (AtEnd || _tokens[_at].Kind is not (SqlTokenKind.Name or SqlTokenKind.QuotedName or SqlTokenKind.String)) throw Unexpected();
        return new(SqliteText.Unquote(_tokens[_at++]));
    }

    /// <summary>Takes one token of any kind.</summary>
    public SqlToken Next() => AtEnd ? throw Unexpected() : _tokens[_at++];

    /// <summary>The next token without taking it.</summary>
    public SqlToken? Peek(int ahead = 0) => _at + ahead < _tokens.Count ? _tokens[_at + ahead] : null;

    /// <summary>Takes a balanced parenthesis and gives the text between.</summary>
    public string Parenthesised()
    {
        Expect("(");
        var start = _tokens[_at - 1].End;
        for (var depth = 1; ; _at++)
        {
            if (AtEnd) throw Unexpected();
            if (_tokens[_at].Is("(")) depth++;
            else if (_tokens[_at].Is(")") && --depth == 0) break;
        }

        return _text[start.._tokens[_at++].Start].Trim();
    }

    /// <summary>Takes tokens up to one that ends the element, and gives their text; behind a dot every word is a name.</summary>
    public string Until(Func<SqlToken, bool> ends)
    {
        var start = AtEnd ? _text.Length : _tokens[_at].Start;
        var end = start;
        for (var depth = 0; !AtEnd && !(depth == 0 && !_tokens[Math.Max(0, _at - 1)].Is(".") && ends(_tokens[_at])); _at++)
        {
            if (_tokens[_at].Is("(")) depth++;
            else if (_tokens[_at].Is(")")) depth--;
            end = _tokens[_at].End;
        }

        return _text[start..end];
    }

    /// <summary>Takes everything that is left, as written.</summary>
    public string Rest()
    {
        var start = AtEnd ? _text.Length : _tokens[_at].Start;
        _at = _tokens.Count;
        return _text[start..].TrimEnd().TrimEnd(';').TrimEnd();
    }

    /// <summary>The refusal for the next token.</summary>
    public UnsupportedTextException Unexpected() =>
        new(AtEnd ? "a text that ends early" : $"'{_tokens[_at]}' at character {_tokens[_at].Start + 1} of its text");
}
