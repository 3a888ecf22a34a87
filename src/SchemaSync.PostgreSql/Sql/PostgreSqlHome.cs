namespace SchemaSync.PostgreSql.Sql;

/// <summary>
/// The schema that bodies of PostgreSQL are in. What the server prints names an object of it with its schema only where the bare name
/// would mean another one, or several; a body that is a text is kept as it was written, and so is a search path.
/// </summary>
internal sealed class PostgreSqlHome(string schema) : Home(schema)
{
    private const string SearchPath = "search_path";

    /// <inheritdoc/>
    protected override QualifierRules Rules { get; } = new(
        PostgreSqlText.NameOf,
        StringComparer.Ordinal,
        name => name is "information_schema" || name.StartsWith("pg_", StringComparison.Ordinal),
        Nests: true);

    /// <inheritdoc/>
    protected override string Word => "schema";

    /// <inheritdoc/>
    public override string Enter(string sql) =>
        sql.Contains(Placeholder, StringComparison.Ordinal) ? Enter(Lexer.Read(sql).Tokens, Inside) : sql;

    /// <inheritdoc/>
    protected override IEnumerable<SqlExpression> Texts(TopLevelObject subject) => subject switch
    {
        View view => [view.Definition],
        MaterializedView view => [view.Definition],
        // Of other languages a text is no more than a text.
        Routine { Language: null or "sql" or "SQL" or "plpgsql" } routine => [routine.Body],
        Table table => Parts(table).OfType<SqlExpression>().Where(IsQualified),
        Domain domain => domain.CheckConstraints.Select(c => c.Expression).Append(domain.Default).OfType<SqlExpression>()
            .Where(IsQualified),
        _ => [],
    };

    private static IEnumerable<SqlExpression?> Parts(Table table) => table.Columns.Select(c => c.Default)
        .Concat(table.Columns.Select(c => c.Computed?.Expression)).Concat(table.CheckConstraints.Select(c => c.Expression))
        .Concat(table.Indexes.SelectMany(i => i.Columns.Select(p => p.Expression).Append(i.Where)))
        .Concat(table.Policies.SelectMany(p => new[] { p.Using, p.Check }));

    private bool IsQualified(SqlExpression text) => text.Text.Contains('.', StringComparison.Ordinal)
        && (text.Text.Contains($"{Name}.", StringComparison.Ordinal)
            || text.Text.Contains($"{Quote(new Identifier(Name))}.", StringComparison.Ordinal));

    /// <inheritdoc/>
    protected override LexedSql Read(TopLevelObject subject, string text) => Lexer.Read(text);

    /// <inheritdoc/>
    protected override IEnumerable<string> Called(TopLevelObject subject) => subject is Routine routine
        ? Lexer.Read($"{routine.Arguments}\n{routine.Returns}").Significant.Select(Rules.NameOf)
            .OfType<string>().Append(routine.Name.ToString())
        : [];

    /// <inheritdoc/>
    protected override string Quote(Identifier name) => PostgreSqlText.Quote(name);

    /// <inheritdoc/>
    protected override TopLevelObject LeaveSettings(TopLevelObject subject)
    {
        if (subject is not Routine routine || routine.Settings.FirstOrDefault(s => s.Name == SearchPath) is not { } path) return subject;
        var tokens = Lexer.Read(path.Value);
        if (tokens.Error is not null || !tokens.Significant.Any(IsOwn)) return subject;
        var left = path with
        {
            Value = string.Concat(tokens.Tokens.Select(t => IsOwn(t) ? Quote(new Identifier(Placeholder)) : t.ToString())),
        };
        return routine with { Settings = routine.Settings.Select(s => s == path ? left : s).ToEquatableArray() };

        bool IsOwn(SqlToken token) => Named(token) == Name;
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> Settings(TopLevelObject subject) =>
        subject is Routine routine && routine.Settings.FirstOrDefault(s => s.Name == SearchPath) is { } path
            && Lexer.Read(path.Value) is { Error: null } lexed
            ? lexed.Significant.Select(Named).OfType<string>()
                .Where(n => n.Length > 0 && n != Name && n != Placeholder && n != "$user" && !Rules.IsCommon(n))
            : [];

    // As the catalogue keeps it, or as it was declared.
    private string? Named(SqlToken token) =>
        Rules.NameOf(token) ?? (token.Kind == SqlTokenKind.String ? token.ToString().Trim('\'') : null);

    // The body of a function is a text between dollar signs, with quotes and names of its own.
    private string? Inside(SqlToken token)
    {
        var text = token.ToString();
        if (token.Kind != SqlTokenKind.String || text[0] != '$' || !text.Contains(Placeholder, StringComparison.Ordinal)) return null;
        var tag = text[..(text.IndexOf('$', 1) + 1)];
        return PostgreSqlText.Dollar(Enter(text[tag.Length..^tag.Length]));
    }
}
