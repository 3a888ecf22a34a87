namespace SchemaSync.PostgreSql.Outside;

/// <summary>Something that is there before a plan, and that one of its statements drops, or gives another type.</summary>
/// <param name="What">One of the kinds below.</param>
/// <param name="Name">The object, or the table it is a part of.</param>
/// <param name="Part">The column or constraint, or the types of a routine's arguments.</param>
/// <param name="Step">The statement.</param>
internal sealed record Removal(string What, QualifiedName Name, string Part, Step Step)
{
    public const string Relation = "relation", Type = "type", Routine = "routine";

    public const string Column = "column", Retyped = "retyped", Constraint = "constraint";

    /// <summary>A column that gets another type, which may be one without an order.</summary>
    public const string Unordered = "unordered";

    /// <summary>For such a column its type, as the statement writes it.</summary>
    public string Becomes { get; init; } = "";
}

/// <summary>
/// What the statements of a plan remove, under the names that it has before the first of them. The statements are our own, so their
/// heads are all there is to look at.
/// </summary>
internal sealed class Removals
{
    private static readonly string[] Relations = ["TABLE", "VIEW", "MATERIALIZED", "SEQUENCE", "INDEX"];
    private static readonly string[] Behind = [",", ";"];
    private static readonly string[] Fillers = ["VIEW", "CONCURRENTLY", "IF", "EXISTS", "ONLY"];

    private readonly List<Removal> _found = [];
    private readonly Dictionary<(string Space, QualifiedName Name, string Part), (QualifiedName Name, string Part)> _former = [];
    private readonly Dictionary<Identifier, Identifier> _schemas = [];
    private Step _step = null!;
    private List<SqlToken> _tokens = [];
    private int _at;

    private Removals()
    {
    }

    /// <summary>All of them, in order.</summary>
    public static List<Removal> Of(Plan plan)
    {
        var removals = new Removals();
        foreach (var step in plan.Steps.Where(s => !s.IsAssertion)) removals.Read(step);
        return removals._found;
    }

    private void Read(Step step)
    {
        var isDrop = step.Sql.StartsWith("DROP ", StringComparison.Ordinal);
        if (!isDrop && !step.Sql.StartsWith("ALTER ", StringComparison.Ordinal)) return;
        (_step, _tokens, _at) = (step, Lexer.Read(step.Sql).Significant, 2);
        while (_at < _tokens.Count && Fillers.Any(_tokens[_at].IsWord)) _at++;
        Schema();
        var space = SpaceOf(_tokens[1]);
        if (space.Length == 0 || Name() is not { } name) return;
        var signature = space == Removal.Routine ? Inside() : "";
        if (isDrop) Add(space, name, signature);
        else if (space != Removal.Routine) Clauses(space, name);
        else if (_tokens[^3].IsWord("RENAME")) Rename(space, name, signature, new(name.Schema, NameAt(_tokens.Count - 1)), signature);
    }

    // What stands in a schema is called so before the first statement as that is then.
    private void Schema()
    {
        if (_tokens is [_, var kind, _, var verb, ..] && kind.IsWord("SCHEMA") && verb.IsWord("RENAME"))
            _schemas[NameAt(_tokens.Count - 1)] = NameAt(2);
    }

    private static string SpaceOf(SqlToken word) => Relations.Any(word.IsWord) ? Removal.Relation
        : word.IsWord("TYPE") || word.IsWord("DOMAIN") ? Removal.Type
        : word.IsWord("FUNCTION") || word.IsWord("PROCEDURE") ? Removal.Routine : "";

    private void Clauses(string space, QualifiedName name)
    {
        for (var depth = 0; _at + 1 < _tokens.Count; _at++)
        {
            if (_tokens[_at].Is("(")) depth++;
            if (_tokens[_at].Is(")")) depth--;
            if (depth == 0) Clause(space, name);
        }
    }

    private void Clause(string space, QualifiedName name)
    {
        bool Are(params string[] words) =>
            _at + words.Length < _tokens.Count && words.Select((w, i) => _tokens[_at + i].IsWord(w)).All(same => same);
        if (Are("DROP", "COLUMN")) Add(Removal.Column, name, NameAt(_at + 2).Value);
        else if (space == Removal.Relation && Are("DROP", "CONSTRAINT"))
            Add(Removal.Constraint, name, NameAt(_at + 2).Value);
        else if (Are("ALTER", "COLUMN") && _at + 3 < _tokens.Count && _tokens[_at + 3].IsWord("TYPE"))
        {
            Add(Removal.Retyped, name, NameAt(_at + 2).Value);
            Add(Removal.Unordered, name, NameAt(_at + 2).Value, TypeAt(_at + 4));
        }
        else if (Are("RENAME", "TO")) Rename(space, name, "", name.Sibling(NameAt(_at + 2)), "");
        else if (Are("SET", "SCHEMA")) Rename(space, name, "", new(NameAt(_at + 2), name.Name), "");
        else if (Are("RENAME", "COLUMN") || Are("RENAME", "CONSTRAINT"))
            Rename(_tokens[_at + 1].IsWord("COLUMN") ? Removal.Column : Removal.Constraint, name, NameAt(_at + 2).Value,
                name, NameAt(_at + 4).Value);
    }

    // Up to the next word of the clause, or the next clause.
    private string TypeAt(int start)
    {
        var end = start;
        for (var depth = 0; end < _tokens.Count && (depth > 0 || !Behind.Any(_tokens[end].Is)
            && !_tokens[end].IsWord("USING") && !_tokens[end].IsWord("COLLATE")); end++)
            depth += _tokens[end].Is("(") ? 1 : _tokens[end].Is(")") ? -1 : 0;
        return end == start ? "" : _step.Sql[_tokens[start].Start.._tokens[end - 1].End];
    }

    private void Add(string what, QualifiedName name, string part, string type = "")
    {
        var space = what is Removal.Retyped or Removal.Unordered ? Removal.Column : what;
        if (part.Length > 0 && _former.TryGetValue((space, FormerOf(space, name), part), out var was)) part = was.Part;
        _found.Add(new(what, FormerOf(space, name), part, _step) { Becomes = type });
    }

    // A column or constraint is known by the table's former name.
    private QualifiedName FormerOf(string space, QualifiedName name)
    {
        if (space is Removal.Column or Removal.Constraint) space = Removal.Relation;
        if (_former.TryGetValue((space, name, ""), out var was)) return was.Name;
        return _schemas.TryGetValue(name.Schema, out var schema) ? new(schema, name.Name) : name;
    }

    private void Rename(string space, QualifiedName from, string part, QualifiedName to, string now)
    {
        var (table, first) = (FormerOf(space, from), part);
        if (part.Length > 0 && _former.TryGetValue((space, table, part), out var was)) first = was.Part;
        if (part.Length == 0) _former[(space, to, "")] = (table, "");
        else _former[(space, table, now)] = (table, first);
    }

    private QualifiedName? Name()
    {
        if (_at >= _tokens.Count || PostgreSqlText.NameOf(_tokens[_at]) is not { } first) return null;
        if (_at + 2 < _tokens.Count && _tokens[_at + 1].Is(".") && PostgreSqlText.NameOf(_tokens[_at + 2]) is { } second)
        {
            _at += 3;
            return new(new(first), new(second));
        }

        _at++;
        return new(new Identifier(first));
    }

    private Identifier NameAt(int at) => new(at < _tokens.Count ? PostgreSqlText.NameOf(_tokens[at]) ?? "" : "");

    // The types of arguments, as the statement writes them.
    private string Inside()
    {
        var close = _at < _tokens.Count && _tokens[_at].Is("(") ? SqlTokens.Closing(_tokens, _at) : -1;
        return close < 0 ? "" : _step.Sql[_tokens[_at].End.._tokens[close].Start];
    }
}
