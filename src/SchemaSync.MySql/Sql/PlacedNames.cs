namespace SchemaSync.MySql.Sql;

/// <summary>
/// The name of a database before a point in a statement of ours, replaced by another one. The head of a statement is in our own words; what
/// follows is somebody's text, in which <see cref="Qualifiers"/> tells a database from an alias.
/// </summary>
internal static class PlacedNames
{
    private static readonly string[] Words = ["TABLE", "VIEW", "TRIGGER", "FUNCTION", "PROCEDURE", "EVENT", "SEQUENCE"];
    private static readonly string[] Calls = ["NEXTVAL", "LASTVAL", "SETVAL"];

    /// <summary>The statement with the other name.</summary>
    /// <exception cref="SchemaSyncException">SSY0236: it cannot be told whether a text means the database.</exception>
    public static string Replace(ObjectId subject, string sql, LexerMode mode, string name, string place, StringComparer names)
    {
        // In quotes, a name with quotes is spelled otherwise.
        bool Has(string spelled) => sql.Contains(spelled, StringComparison.OrdinalIgnoreCase);
        if (!Has(name) && !Has(MySqlText.Quote(new Identifier(name)))) return sql;
        var lexed = Lexer.Read(sql, mode);
        var tokens = lexed.Significant;
        bool IsFirst(int at) => at + 1 < tokens.Count && tokens[at + 1].Is(".") && (at == 0 || !tokens[at - 1].Is("."));
        bool IsNamed(int at) => IsFirst(at) && names.Equals(MySqlText.NameOf(tokens[at]), name);
        if (!Enumerable.Range(0, tokens.Count).Any(IsNamed)) return sql;
        var (head, body) = Parts(tokens);
        var meant = head.Where(IsNamed).Select(i => tokens[i].Start).ToHashSet();
        if (body < tokens.Count)
        {
            var rules = new QualifierRules(MySqlText.NameOf, names, MySqlHome.IsCommon, Nests: false);
            var found = Qualifiers.Of(tokens[body..], rules, name, []);
            if (found.Doubtful.Length > 0) throw Doubt(subject, name, found.Doubtful);
            meant.UnionWith(found.Own.Select(t => t.Start));
        }

        return string.Concat(lexed.Tokens.Select(t => meant.Contains(t.Start) ? Spelled(t, place) : t.ToString()));
    }

    /// <summary>The tokens of the head where the name of a database may stand, and where somebody's text begins.</summary>
    private static (IEnumerable<int> Head, int Body) Parts(List<SqlToken> tokens)
    {
        var word = tokens.FindIndex(t => Array.Exists(Words, t.IsWord));
        var verb = tokens[0];
        if (word < 0 || !(verb.IsWord("CREATE") || verb.IsWord("ALTER") || verb.IsWord("DROP") || verb.IsWord("RENAME"))) return ([], 0);
        var named = word + 1;
        var rest = Enumerable.Range(named, tokens.Count - named);
        if (tokens[word].IsWord("TABLE")) return (rest.Where(i => i == named || IsTable(tokens, i)), tokens.Count);
        if (verb.IsWord("DROP") || tokens[word].IsWord("SEQUENCE")) return ([named], tokens.Count);
        // Behind the name, which may have two parts.
        var next = named + 1 < tokens.Count && tokens[named + 1].Is(".") ? named + 3 : named + 1;
        if (tokens[word].IsWord("VIEW")) return ([named], Behind(tokens, next, "AS"));
        if (tokens[word].IsWord("EVENT")) return ([named], Behind(tokens, next, "DO"));
        if (!tokens[word].IsWord("TRIGGER")) return ([named], next);
        return ([named, Behind(tokens, next, "ON")], Behind(tokens, next, "ROW"));
    }

    // Nothing in the statement of a table is called otherwise than it is: there is no alias.
    private static bool IsTable(List<SqlToken> tokens, int at)
    {
        var before = tokens[at - 1];
        if (before.IsWord("REFERENCES")) return true;
        if (tokens[0].IsWord("RENAME")) return before.IsWord("TO") || before.Is(",");
        if (before.Is("(")) return at > 1 && Array.Exists(Calls, tokens[at - 2].IsWord);
        return before.IsWord("FOR") && at > 1 && tokens[at - 2].IsWord("VALUE");
    }

    private static int Behind(List<SqlToken> tokens, int from, string last) =>
        tokens.FindIndex(from, t => t.IsWord(last)) is >= 0 and var at ? at + 1 : tokens.Count;

    // In the quotes in which it stands, so that a body that is kept as it was written comes back as it was.
    private static string Spelled(SqlToken token, string place) =>
        token.Kind != SqlTokenKind.QuotedName ? place : token.Span[0] == '"' ? $"\"{place}\"" : MySqlText.Quote(new Identifier(place));

    private static SchemaSyncException Doubt(ObjectId subject, string name, SqlToken at)
    {
        var where = FormattableString.Invariant($"character {at.Start + 1} of its statement");
        return new([Diagnostic.Of(InspectionDiagnostics.DoubtfulName, subject.ToString(), name, where) with { Subject = subject }]);
    }
}
