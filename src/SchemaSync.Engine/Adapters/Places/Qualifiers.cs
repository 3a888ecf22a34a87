namespace SchemaSync.Engine.Adapters.Places;

/// <summary>How a dialect's bodies are read for names before a point.</summary>
/// <param name="NameOf">What an identifier token names; null for other tokens.</param>
/// <param name="Names">How two names of databases or schemas compare.</param>
/// <param name="IsCommon">Whether the name is the server's own, such as a catalogue.</param>
/// <param name="Nests">Whether a value may have parts, so that three names in a row need not begin with a schema.</param>
public sealed record QualifierRules(Func<SqlToken, string?> NameOf, StringComparer Names, Func<string, bool> IsCommon, bool Nests);

/// <summary>Something that is named with another database or schema.</summary>
/// <param name="Place">The database or schema.</param>
/// <param name="Name">What is named in it.</param>
/// <param name="IsCall">Whether it is called, or else a table or view.</param>
public sealed record OtherName(string Place, string Name, bool IsCall);

/// <summary>
/// The names before a point in a body: which of them mean the database or schema it is in, and which another one. In an expression two
/// names are a table, alias or variable and its column, never a database; elsewhere a name that means something else in the same body
/// as well cannot be told, and is not guessed.
/// </summary>
public sealed class Qualifiers
{
    private static readonly HashSet<string> BeforeTables = Words(
        "JOIN TABLE TABLES CALL TRUNCATE ONLY REFERENCES EXISTS LOCK ANALYZE VIEW PROCEDURE FUNCTION TRIGGER EVENT SEQUENCE IGNORE REPLACE "
        + "INSERT DELETE STRAIGHT_JOIN DESCRIBE SETOF FOR AS LOW_PRIORITY QUICK DELAYED HIGH_PRIORITY");

    private static readonly HashSet<string> BeforeValues = Words(
        "SELECT DISTINCT ALL WHERE AND OR NOT XOR BY SET HAVING THEN ELSE "
        + "WHEN CASE RETURN IF ELSEIF ELSIF WHILE UNTIL BETWEEN ILIKE IN IS DIV "
        + "MOD REGEXP RLIKE VALUES LIMIT OFFSET RETURNING INTERVAL PERFORM DEFAULT ANY NEXT");

    private static readonly HashSet<string> BeforeInto = Words("INSERT MERGE REPLACE IGNORE DELAYED LOW_PRIORITY HIGH_PRIORITY");
    private static readonly HashSet<string> BeforeSequences = Words("NEXTVAL LASTVAL SETVAL FROM JOIN STRAIGHT_JOIN");
    private static readonly HashSet<string> Clauses = Words(
        "SELECT FROM WHERE SET BY HAVING ON VALUES UPDATE DELETE INTO TABLE TABLES RETURN RETURNING DECLARE USING CALL");

    private readonly QualifierRules _rules;
    private readonly IReadOnlyList<SqlToken> _tokens;
    private readonly string _home;

    private Qualifiers(IReadOnlyList<SqlToken> tokens, QualifierRules rules, string home, IEnumerable<string> called)
    {
        (_tokens, _rules, _home) = (tokens, rules, home);
        IsShared = called.Any(IsHome) || Enumerable.Range(0, tokens.Count).Any(i => IsHome(i) && !Is(i + 1, "."));
        for (var i = 0; i < tokens.Count; i++)
        {
            if (rules.NameOf(tokens[i]) is { } name && Is(i + 1, ".") && !Is(i - 1, ".") && !Is(i + 2, "*")) Take(i, name);
        }
    }

    /// <summary>Tokens that mean the home.</summary>
    public List<SqlToken> Own { get; } = [];

    /// <summary>Other databases or schemas that are named.</summary>
    public List<string> Others { get; } = [];

    /// <summary>What is named with them.</summary>
    public List<OtherName> OtherNames { get; } = [];

    /// <summary>A token that may mean the home or something else; none where its length is 0.</summary>
    public SqlToken Doubtful { get; private set; }

    /// <summary>Whether something else in the body is called like the home.</summary>
    private bool IsShared { get; }

    private enum Place
    {
        Table,
        Value,
        Unknown,
    }

    /// <summary>Looks through a body.</summary>
    /// <param name="tokens">Those that say something.</param>
    /// <param name="rules">The dialect's.</param>
    /// <param name="home">The database or schema that the body is in.</param>
    /// <param name="called">What the body's head calls something: arguments, the routine itself.</param>
    public static Qualifiers Of(IReadOnlyList<SqlToken> tokens, QualifierRules rules, string home, IEnumerable<string> called) =>
        new(tokens, rules, home, called);

    private void Take(int at, string name)
    {
        var isThree = Is(at + 3, ".");
        // A call or a new table's columns: neither an alias nor a variable has such parts.
        var place = Is(at + 3, "(") ? Place.Table : PlaceOf(at);
        if (!_rules.Names.Equals(name, _home))
        {
            if (place != Place.Table || _rules.IsCommon(name)) return;
            if (!Others.Contains(name, _rules.Names)) Others.Add(name);
            if (!isThree && _rules.NameOf(_tokens[at + 2]) is { } other) OtherNames.Add(new(name, other, Is(at + 3, "(")));
            return;
        }

        if (place == Place.Table || (isThree && !(_rules.Nests && IsShared))) Own.Add(_tokens[at]);
        else if (place == Place.Value && !isThree) return;
        else if (IsShared) Doubtful = _tokens[at];
        else Own.Add(_tokens[at]);
    }

    private Place PlaceOf(int at)
    {
        if (at == 0) return Place.Unknown;
        var before = _tokens[at - 1];
        // %ROWTYPE is of a table, %TYPE of a column.
        if (Is(at + 3, "%")) return Word(at + 4, "ROWTYPE") ? Place.Table : Is(at + 3, ".") ? Place.Unknown : Place.Value;
        return before.Is("::") ? Place.Table
            : before.Is(",") ? Listed(at - 1)
            : before.Is("(") ? Opened(at - 1)
            : before.Kind is SqlTokenKind.Operator ? Place.Value
            : before.Kind is SqlTokenKind.Name ? Behind(before, at)
            : Place.Unknown;
    }

    // By the word before.
    private Place Behind(SqlToken before, int at)
    {
        if (before.IsWord("UPDATE")) return Word(at - 2, "KEY") ? Place.Value : Place.Table;
        if (before.IsWord("INTO")) return at > 1 && BeforeInto.Contains(_tokens[at - 2].ToString()) ? Place.Table : Place.Unknown;
        if (before.IsWord("FROM")) return From(at - 1);
        if (before.IsWord("ON"))
            return at + 3 < _tokens.Count && _tokens[at + 3].Kind == SqlTokenKind.Operator ? Place.Value : Place.Unknown;
        // CREATE TABLE x LIKE y, and otherwise a comparison.
        if (before.IsWord("LIKE")) return IsCreated(at) ? Place.Table : Place.Value;
        var word = before.ToString();
        return BeforeTables.Contains(word) ? Place.Table : BeforeValues.Contains(word) ? Place.Value : Place.Unknown;
    }

    // Joins nest in parentheses: from ((a.t join b.u) join c.v).
    private Place Opened(int at)
    {
        while (Is(at - 1, "(")) at--;
        if (Is(at - 1, ",")) return Listed(at - 1) == Place.Table ? Place.Table : Place.Value;
        if (Word(at - 1, "FROM")) return From(at - 1);
        return at > 0 && BeforeSequences.Contains(_tokens[at - 1].ToString()) ? Place.Table : Place.Value;
    }

    // EXTRACT(x FROM y), IS DISTINCT FROM y: only behind the verb of a query does a table follow.
    private Place From(int at)
    {
        if (Word(at - 1, "DISTINCT") && (Word(at - 2, "IS") || Word(at - 2, "NOT"))) return Place.Value;
        return Clause(at, out _) switch
        {
            "SELECT" or "DELETE" or "SET" or "VALUES" or "INTO" => Place.Table,
            "(" => Place.Value,
            _ => Place.Unknown,
        };
    }

    private Place Listed(int at) => Clause(at, out var clause) switch
    {
        "(" when Opened(clause) == Place.Table => Place.Table,
        "FROM" or "UPDATE" or "TABLE" or "TABLES" => Place.Table,
        "SELECT" or "SET" or "WHERE" or "BY" or "HAVING" or "VALUES" or "RETURN" or "RETURNING" or "(" => Place.Value,
        _ => Place.Unknown,
    };

    // The nearest word before that begins a clause, on the same level; a parenthesis where it is reached first.
    private string Clause(int before, out int at)
    {
        var depth = 0;
        for (at = before - 1; at >= 0; at--)
        {
            var token = _tokens[at];
            if (token.Is(")")) depth++;
            else if (token.Is("(") && --depth < 0) return "(";
            else if (depth > 0 || Is(at - 1, ".")) continue;
            else if (token.Is(";")) return "";
            else if (token.Kind == SqlTokenKind.Name && Clauses.TryGetValue(token.ToString(), out var word)) return word;
        }

        return "";
    }

    private bool IsCreated(int at)
    {
        while (--at >= 0 && !_tokens[at].Is(";"))
        {
            if (_tokens[at].IsWord("CREATE")) return true;
        }

        return false;
    }

    private bool IsHome(int at) => _rules.NameOf(_tokens[at]) is { } name && IsHome(name);

    private bool IsHome(string name) => _rules.Names.Equals(name, _home);

    private bool Is(int at, string symbol) => at >= 0 && at < _tokens.Count && _tokens[at].Is(symbol);

    private bool Word(int at, string word) => at >= 0 && at < _tokens.Count && _tokens[at].IsWord(word);

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
