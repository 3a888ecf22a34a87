namespace SchemaSync.MySql.Sql;

/// <summary>
/// Follows one statement of a stored program to its end (manual, Compound Statements). Blocks open and close only where a statement
/// begins, and there their words can mean nothing else: so no name can pretend to be one. In doubt a block counts as closed, which
/// refuses a text that is right before it passes one that is two.
/// </summary>
internal sealed class Block
{
    private const string Case = "CASE", If = "IF", Loop = "LOOP", Repeat = "REPEAT";
    private const string While = "WHILE", For = "FOR", Begin = "BEGIN", End = "END";
    private static readonly string[] Reserved = [Case, If, Loop, Repeat, While, For];

    private readonly IReadOnlyList<SqlToken> _tokens;
    private readonly Stack<string> _open = new();
    private int _at;

    private Block(IReadOnlyList<SqlToken> tokens, int start) => (_tokens, _at) = (tokens, start);

    /// <summary>Why the tokens from <paramref name="start"/> on are not one statement; null when they are.</summary>
    public static string? Fault(IReadOnlyList<SqlToken> tokens, int start, LexerMode mode)
    {
        if (!mode.IsOracle) return new Block(tokens, start).Run();
        var second = tokens.Skip(start).SkipLast(1).FirstOrDefault(t => t.Is(";"));
        if (second.Length == 0) return null;
        return $"is written in the language of sql_mode ORACLE, in which its end cannot be told (character {second.Start + 1})";
    }

    private string? Run()
    {
        do
        {
            var fault = Statement();
            if (fault is not null) return fault;
        }
        while (_open.Count > 0 && _at < _tokens.Count);
        if (_open.Count > 0) return $"leaves {Article.With(_open.Peek())} without its END";
        return _at >= _tokens.Count ? null : $"begins a second statement at character {_tokens[_at].Start + 1}";
    }

    // From the begin of a statement to the begin of the next one, which may be inside of it.
    private string? Statement()
    {
        if (IsName(_at) && Is(_at + 1, ":")) _at += 2;
        if (Take(End)) return Close();
        if (Opens(Begin)) return Take("NOT") && !Take("ATOMIC") ? "holds a BEGIN NOT that is not ATOMIC" : null;
        if (Opens(Loop) || Opens(Repeat)) return null;
        if (Opens(While) || Opens(For)) return Head("DO");
        if (Opens(If)) return Head("THEN");
        if (Opens(Case)) return Word("WHEN") ? null : Head("WHEN", isTaken: false);
        return Inside();
    }

    // What only the block around it knows.
    private string? Inside()
    {
        return (_open.Count > 0 ? _open.Peek() : "") switch
        {
            Case when Take("WHEN") => Head("THEN"),
            If when Take("ELSEIF") => Head("THEN"),
            Case or If when Take("ELSE") => null,
            Repeat when Take("UNTIL") => Until(),
            _ => Handler() ? null : Simple(),
        };
    }

    private bool Opens(string word)
    {
        if (!Take(word)) return false;
        _open.Push(word);
        return true;
    }

    private string? Close()
    {
        var opening = _open.Count > 0 ? _open.Pop() : "";
        if (opening.Length == 0) return "ends a block that it did not begin";
        if (opening != Begin && !Take(opening))
            return $"ends {Article.With(opening)} with something else, at character {_tokens[_at - 1].Start + 1}";
        // The label of the block; the words of other blocks are reserved.
        if (IsName(_at) && !Array.Exists(Reserved, Word)) _at++;
        return Semicolon();
    }

    // A condition ends at its word; a CASE in it has such words of its own.
    private string? Head(string word, bool isTaken = true)
    {
        var (depth, cases) = (0, 0);
        for (; _at < _tokens.Count && !(depth == 0 && Is(_at, ";")); _at++)
        {
            if (Is(_at, "(")) depth++;
            else if (Is(_at, ")")) depth--;
            else if (depth == 0 && cases == 0 && Word(word))
            {
                if (isTaken) _at++;
                return null;
            }
            else if (Word(Case)) cases++;
            else if (cases > 0 && Word(End)) cases--;
        }

        return $"holds a condition without {word}";
    }

    private string? Until()
    {
        while (_at < _tokens.Count && !Is(_at, ";") && !(Word(End) && _at + 1 < _tokens.Count && _tokens[_at + 1].IsWord(Repeat))) _at++;
        return Take(End) ? Close() : "holds a condition without END REPEAT";
    }

    // DECLARE … HANDLER FOR conditions, and then a statement that may be a block.
    private bool Handler()
    {
        var start = _at;
        if (!Take("DECLARE") || !(Take("CONTINUE") || Take("EXIT") || Take("UNDO")) || !Take("HANDLER") || !Take("FOR")) return Back(start);
        do
        {
            if (Take("NOT")) _at++;
            else if (Take("SQLSTATE"))
            {
                Take("VALUE");
                _at++;
            }
            else _at++;
        }
        while (Is(_at, ",") && ++_at > 0);
        return _at < _tokens.Count || Back(start);
    }

    private bool Back(int start)
    {
        _at = start;
        return false;
    }

    private string? Simple()
    {
        var depth = 0;
        for (; _at < _tokens.Count; _at++)
        {
            if (Is(_at, "(")) depth++;
            else if (Is(_at, ")") && --depth < 0) return $"closes a bracket that it did not open, at character {_tokens[_at].Start + 1}";
            else if (Is(_at, ";")) break;
        }

        return depth > 0 ? "leaves a bracket open" : Semicolon();
    }

    // Inside a block every statement has one; the outermost needs none.
    private string? Semicolon()
    {
        if (Is(_at, ";"))
        {
            _at++;
            return null;
        }

        if (_open.Count == 0 && _at >= _tokens.Count) return null;
        return "holds a block whose end cannot be told; put names like begin and end into quotes";
    }

    private bool Take(string word)
    {
        if (!Word(word)) return false;
        _at++;
        return true;
    }

    // Behind a point every word is a name.
    private bool Word(string word) => _at < _tokens.Count && _tokens[_at].IsWord(word) && (_at == 0 || !_tokens[_at - 1].Is("."));

    private bool Is(int at, string symbol) => at < _tokens.Count && _tokens[at].Is(symbol);

    private bool IsName(int at) => at < _tokens.Count && _tokens[at].Kind is SqlTokenKind.Name or SqlTokenKind.QuotedName;
}
