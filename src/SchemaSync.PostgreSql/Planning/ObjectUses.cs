namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// What needs what among top-level objects. A server tells (pg_depend); of a declaration only the names in its texts are
/// known, which is enough to find an order to try.
/// </summary>
internal sealed class ObjectUses
{
    private readonly ILookup<string, QualifiedName> _byWord;
    private readonly bool _isServer;
    private readonly Dictionary<TopLevelObject, IReadOnlySet<QualifiedName>> _cache = new(ReferenceEqualityComparer.Instance);

    public ObjectUses(IEnumerable<TopLevelObject> objects, bool isServer)
    {
        _byWord = objects.ToLookup(o => o.LocalName.Value, o => o.Name, StringComparer.Ordinal);
        _isServer = isServer;
    }

    /// <summary>The names an object needs; foreign keys are not among them, since they come last.</summary>
    public IReadOnlySet<QualifiedName> Of(TopLevelObject subject)
    {
        if (_cache.TryGetValue(subject, out var known)) return known;
        var names = new HashSet<QualifiedName>(subject.Uses);
        names.UnionWith(Heads(subject).Where(n => !n.IsEmpty));
        if (!_isServer) names.UnionWith(Mentions(subject));
        names.Remove(subject.Name);
        return _cache[subject] = names;
    }

    /// <summary>The objects in an order in which each comes after what it needs; a circle is broken at its first object.</summary>
    public IReadOnlyList<TopLevelObject> Order(IEnumerable<TopLevelObject> objects) =>
        OrderPass.ByNeed(objects.OrderBy(Rank).ThenBy(o => o.Key, StringComparer.Ordinal), Of);

    /// <summary>Whether the texts of an object, or of its children, name an identifier.</summary>
    public static bool Names(SchemaObject subject, Identifier name) => Words(subject).Contains(name.Value);

    /// <summary>Whether the texts of an object, or of its children, name another one.</summary>
    public static bool Names(SchemaObject subject, QualifiedName name) => Names(subject, name.Name);

    /// <summary>Whether a text names an object.</summary>
    public static bool Names(SqlExpression? text, QualifiedName name) => Names(text, name.Name);

    /// <summary>Whether a text names an identifier.</summary>
    public static bool Names(SqlExpression? text, Identifier name) =>
        text is not null && text.Text.Contains(name.Value, StringComparison.OrdinalIgnoreCase)
            && Lexer.Read(text.Text).Tokens.Any(t => PostgreSqlText.NameOf(t) == name.Value);

    private static IEnumerable<QualifiedName> Heads(TopLevelObject subject) => subject switch
    {
        Table table => table.Columns.Select(c => c.Type.TypeName).Append(table.PartitionOf),
        Trigger trigger => [trigger.On, trigger.From],
        _ => [],
    };

    private static int Rank(SchemaObject subject) => subject switch
    {
        Schema => -1,
        Extension => 0,
        EnumType => 1,
        CompositeType => 2,
        Domain => 3,
        Sequence => 4,
        Routine => 5,
        Table => 6,
        View => 7,
        MaterializedView => 8,
        _ => 9,
    };

    private IEnumerable<QualifiedName> Mentions(TopLevelObject subject) => Words(subject).SelectMany(word => _byWord[word]);

    private static HashSet<string> Words(SchemaObject subject)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        subject.MapExpressions(text =>
        {
            Add(text.Text);
            return text;
        });
        foreach (var text in Texts(subject)) Add(text);
        return words;

        void Add(string text)
        {
            foreach (var token in Lexer.Read(text).Tokens)
            {
                if (PostgreSqlText.NameOf(token) is { } name) words.Add(name);
                // nextval('numbers'): the name stands in a constant.
                else if (token.Kind == SqlTokenKind.String) words.Add(token.ToString().Trim('\''));
            }
        }
    }

    private static IEnumerable<string> Texts(SchemaObject subject) => subject switch
    {
        Table table => table.Columns.Select(c => c.Type.Native ?? ""),
        Domain domain => [domain.Type.Native ?? ""],
        CompositeType type => type.Attributes.Select(a => a.Type.Native ?? ""),
        Routine routine => [routine.Arguments, routine.Returns ?? ""],
        _ => [],
    };
}
