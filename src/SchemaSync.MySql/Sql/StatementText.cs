namespace SchemaSync.MySql.Sql;

/// <summary>
/// Whether a text is one statement. The driver tells the server to run several of one command, and offers nothing against it: so it is
/// the sender that has to look.
/// </summary>
internal static class StatementText
{
    private static readonly string[] Promises =
        ["DETERMINISTIC", "NOT", "CONTAINS", "NO", "READS", "MODIFIES", "SQL", "DATA", "SECURITY", "DEFINER", "INVOKER", "LANGUAGE"];

    private static readonly string[] Modifiers = ["UNSIGNED", "SIGNED", "ZEROFILL", "BINARY", "PRECISION", "VARYING", "ASCII", "UNICODE"];

    /// <summary>Why it is not; null when it is.</summary>
    public static string? Fault(string sql, LexerMode mode)
    {
        var lexed = Lexer.Read(sql, mode);
        if (lexed.Error is { } error) return $"holds {error}";
        var tokens = lexed.Significant;
        var at = tokens.FindIndex(t => t.Is(";"));
        if (at < 0 || at == tokens.Count - 1) return null;
        if (new Head(tokens).Body() is { } start && start <= at) return Block.Fault(tokens, start, mode);
        return $"begins a second statement at character {tokens[at].Start + 1}";
    }

    /// <summary>The mode in which the session reads what follows the statement; null where it sets none.</summary>
    public static LexerMode? ModeSetBy(string sql) => sql.Contains(Places.SqlMode, StringComparison.OrdinalIgnoreCase)
        && Lexer.Read(sql).Significant is [var set, var session, var name, var equals, { Kind: SqlTokenKind.String } value]
        && set.IsWord("SET") && session.IsWord("SESSION") && name.IsWord(Places.SqlMode) && equals.Is("=")
            ? LexerMode.Of(value.ToString().Trim('\''))
            : null;

    /// <summary>What stands before the body of a routine, trigger or event: only there may semicolons follow.</summary>
    private sealed class Head(List<SqlToken> tokens)
    {
        private int _at;

        /// <summary>Where the body begins; null where there is none, or the head is not one of ours.</summary>
        public int? Body()
        {
            if (Take("ALTER")) return Take("EVENT") && Name() ? Behind("DO") : null;
            if (!Take("CREATE") || (Take("OR") && !Take("REPLACE"))) return null;
            if (Take("TRIGGER")) return Trigger() ? _at : null;
            if (Take("EVENT")) return Name() ? Behind("DO") : null;
            return Routine();
        }

        private int? Routine()
        {
            var isFunction = Take("FUNCTION");
            if ((!isFunction && !Take("PROCEDURE")) || !Name() || !Parentheses()) return null;
            if (isFunction && !(Take("RETURNS") && Type())) return null;
            while (Take("COMMENT") ? At(SqlTokenKind.String) && ++_at > 0 : Array.Exists(Promises, Take))
            {
            }

            return _at;
        }

        private bool Trigger() =>
            Name() && Behind("FOR") is not null && Take("EACH") && Take("ROW") && (!(Take("FOLLOWS") || Take("PRECEDES")) || Name());

        private bool Type()
        {
            if (!At(SqlTokenKind.Name)) return false;
            _at++;
            do
            {
                if (_at < tokens.Count && tokens[_at].Is("(") && !Parentheses()) return false;
            }
            while (Array.Exists(Modifiers, Take) || ((Take("CHARSET") || Take("COLLATE") || (Take("CHARACTER") && Take("SET"))) && Name()));
            return true;
        }

        private int? Behind(string word)
        {
            while (_at < tokens.Count && !tokens[_at].Is(";"))
            {
                if (Take(word)) return _at;
                if (tokens[_at].Is("(") ? !Parentheses() : _at++ < 0) return null;
            }

            return null;
        }

        private bool Name()
        {
            if (!At(SqlTokenKind.Name) && !At(SqlTokenKind.QuotedName)) return false;
            _at++;
            if (_at >= tokens.Count || !tokens[_at].Is(".")) return true;
            _at += 2;
            return true;
        }

        private bool Parentheses()
        {
            if (_at >= tokens.Count || !tokens[_at].Is("(")) return false;
            for (var depth = 0; _at < tokens.Count && !tokens[_at].Is(";"); _at++)
            {
                if (tokens[_at].Is("(")) depth++;
                else if (tokens[_at].Is(")") && --depth == 0)
                {
                    _at++;
                    return true;
                }
            }

            return false;
        }

        private bool Take(string word)
        {
            if (_at >= tokens.Count || !tokens[_at].IsWord(word)) return false;
            _at++;
            return true;
        }

        private bool At(SqlTokenKind kind) => _at < tokens.Count && tokens[_at].Kind == kind;
    }
}
