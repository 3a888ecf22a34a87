namespace SchemaSync.MySql.Sql;

/// <summary>The database that bodies of MySQL and MariaDB are in; they are kept as they were written.</summary>
internal sealed class MySqlHome(string database, bool ignoresCase) : Home(database)
{
    private static readonly string[] Common = ["information_schema", "mysql", "performance_schema", "sys"];

    /// <inheritdoc/>
    protected override QualifierRules Rules { get; } = new(
        MySqlText.NameOf,
        ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal,
        IsCommon,
        Nests: false);

    /// <inheritdoc/>
    protected override string Word => "database";

    /// <inheritdoc/>
    public override string Enter(string sql) => Enter(sql, LexerMode.Ours);

    /// <summary>The same for a session in that mode.</summary>
    public string Enter(string sql, LexerMode mode) =>
        sql.Contains(Placeholder, StringComparison.Ordinal) ? Enter(Lexer.Read(sql, mode).Tokens, _ => null) : sql;

    /// <summary>Whether two names mean one database.</summary>
    public bool Same(string one, string other) => Rules.Names.Equals(one, other);

    /// <summary>Whether a database is this one.</summary>
    public bool IsOwn(string database) => Rules.Names.Equals(database, Name);

    /// <summary>The names before a point in a query that this place holds.</summary>
    public Qualifiers QualifiersOf(IReadOnlyList<SqlToken> tokens) => Qualifiers.Of(tokens, Rules, Name, []);

    /// <summary>Whether it is a database of the server's own.</summary>
    public static bool IsCommon(string name) => Common.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override IEnumerable<SqlExpression> Texts(TopLevelObject subject) => subject switch
    {
        View view => [view.Definition],
        Trigger trigger => [trigger.Body],
        Routine routine => [routine.Body],
        Event scheduled => [scheduled.Body],
        _ => [],
    };

    /// <inheritdoc/>
    protected override LexedSql Read(TopLevelObject subject, string text) => Lexer.Read(text, Places.ModeOf(subject));

    /// <inheritdoc/>
    protected override IEnumerable<string> Called(TopLevelObject subject) =>
        subject is Routine routine ? Read(routine, routine.Arguments).Significant.Select(Rules.NameOf).OfType<string>() : [];

    /// <inheritdoc/>
    protected override string Quote(Identifier name) => MySqlText.Quote(name);
}
