namespace SchemaSync.Engine.Adapters.Places;

/// <summary>
/// The database or schema that bodies are in. Its name says nothing about them: a snapshot holds <see cref="Placeholder"/> in its place,
/// and every statement gets the name of the place it is sent to.
/// </summary>
public abstract class Home(string name)
{
    /// <summary>What stands for the name, in the dialect's quotes; no object may be called so.</summary>
    public const string Placeholder = "{schema}";

    /// <summary>What the place is called.</summary>
    protected string Name { get; } = name;

    /// <summary>How bodies are read.</summary>
    protected abstract QualifierRules Rules { get; }

    /// <summary>What messages call such a place.</summary>
    protected abstract string Word { get; }

    /// <summary>What was read from this place, without its name. A body of which that cannot be told is not kept.</summary>
    public Snapshot Leave(Snapshot read)
    {
        var lost = new List<UnsupportedObject>();
        var objects = read.Objects.Select(o => Leave(o, doubt => lost.Add(new(ObjectId.Of(o), doubt)))).ToList();
        var intents = read.Intents
            .Select(i => i.IsHook ? Leave(i, doubt => lost.Add(new(i.Subject, doubt))) : i)
            .ToEquatableArray();
        if (lost.Count == 0 && intents == read.Intents
            && objects.SequenceEqual(read.Objects, ReferenceEqualityComparer.Instance)) return read;
        var kept = objects.Where(o => lost.TrueForAll(l => l.Id != ObjectId.Of(o)));
        return new()
        {
            Form = read.Form,
            Objects = kept.ToEquatableArray(),
            Intents = intents,
            Unsupported = [.. read.Unsupported, .. lost],
            Beside = read.Beside,
            Surroundings = read.Surroundings,
            Synonyms = read.Synonyms,
            Origin = read.Origin,
        };
    }

    /// <summary>What is declared for this place, without its name.</summary>
    /// <exception cref="SchemaSyncException">SSY0202: it cannot be told where a body means this place.</exception>
    public Snapshot Require(Snapshot declared)
    {
        var left = Leave(declared);
        if (left.Unsupported.Count > declared.Unsupported.Count) left.RefuseUnsupported();
        return left;
    }

    /// <summary>The other places that an object's body names, in words.</summary>
    public IEnumerable<string> Others(TopLevelObject subject, IReadOnlySet<string> managed)
    {
        foreach (var text in Bodies(subject))
        {
            var lexed = Read(subject, text);
            if (lexed.Error is not null) continue;
            var tokens = lexed.Significant;
            foreach (var other in Qualifiers.Of(tokens, Rules, Name, Called(subject)).Others
                .Where(o => o != Placeholder && !managed.Contains(o))) yield return $"the {Word} {other}";
            if (tokens.Any(t => t.Kind == SqlTokenKind.String && Names(t.ToString())))
                yield return $"{Name} in a text constant, where it stays what it is";
            foreach (var other in Composed(subject, tokens).Where(o => o != Placeholder && !managed.Contains(o)))
                yield return $"the {Word} {other} in a text that it runs";
        }

        foreach (var other in Settings(subject).Where(o => !managed.Contains(o))) yield return $"the {Word} {other} in a setting";
    }

    /// <summary>Other places that the settings of an object name.</summary>
    protected virtual IEnumerable<string> Settings(TopLevelObject subject) => [];

    // What a body runs as text is in its constants, the name of the place that it was written for among them.
    private IEnumerable<string> Composed(TopLevelObject subject, IReadOnlyList<SqlToken> tokens)
    {
        if (!tokens.Any(t => t.IsWord("EXECUTE") || t.IsWord("PREPARE"))) yield break;
        foreach (var constant in tokens.Where(t => t.Kind == SqlTokenKind.String))
        {
            var text = constant.ToString().Trim('\'', '"', '$');
            if (Read(subject, text) is not { Error: null } lexed) continue;
            foreach (var other in Qualifiers.Of(lexed.Significant, Rules, Name, []).Others) yield return other;
        }
    }

    /// <summary>A statement with the name of this place wherever the placeholder is.</summary>
    public abstract string Enter(string sql);

    /// <summary>The texts of an object in which names are resolved when it runs, not when it is made.</summary>
    protected abstract IEnumerable<SqlExpression> Texts(TopLevelObject subject);

    /// <summary>The tokens of a text as the object's statement is read.</summary>
    protected abstract LexedSql Read(TopLevelObject subject, string text);

    /// <summary>What the head of an object calls something.</summary>
    protected abstract IEnumerable<string> Called(TopLevelObject subject);

    /// <summary>A name in quotes.</summary>
    protected abstract string Quote(Identifier name);

    /// <summary>The settings of an object without the name; itself where it has none.</summary>
    protected virtual TopLevelObject LeaveSettings(TopLevelObject subject) => subject;

    /// <summary>Every placeholder among the tokens of a statement replaced.</summary>
    protected string Enter(IReadOnlyList<SqlToken> tokens, Func<SqlToken, string?> inside) => string.Concat(tokens.Select(t =>
        t.Kind == SqlTokenKind.QuotedName && Rules.NameOf(t) == Placeholder ? Quote(new Identifier(Name)) : inside(t) ?? t.ToString()));

    private IEnumerable<string> Bodies(TopLevelObject subject) => Texts(subject).Select(e => e.Text);

    private TopLevelObject Leave(TopLevelObject subject, Action<string> doubt)
    {
        if (subject is SqlObject made)
        {
            var left = made with { Create = Leave(made.Create, doubt), Drop = Leave(made.Drop, doubt) };
            return left.Equals(made) ? made : left;
        }

        var texts = Texts(subject).ToHashSet();
        subject = LeaveSettings(subject);
        if (texts.Count == 0) return subject;
        // In quotes, a name with quotes is spelled otherwise.
        var quoted = Quote(new Identifier(Name));
        bool Has(SqlExpression text, string name) => text.Text.Contains(name, StringComparison.OrdinalIgnoreCase);
        if (!texts.Any(t => Has(t, Name) || Has(t, quoted))) return subject;
        var without = subject.WithExpressions(e =>
            texts.Contains(e) ? new(Leave(subject, e.Text, doubt), Leave(subject, e.Canonical, doubt)) : e);
        return without.Equals(subject) ? subject : without;
    }

    private EquatableArray<string> Leave(EquatableArray<string> texts, Action<string> doubt) =>
        texts.Select(t => Leave(PlacedHooks.AsBody(t), doubt) is Routine { Body.Text: var left } ? left : t).ToEquatableArray();

    private Intent Leave(Intent hook, Action<string> doubt) =>
        Leave(PlacedHooks.AsBody(hook.Sql!), doubt) is Routine { Body.Text: var left } && left != hook.Sql
            ? hook with { Sql = left } : hook;

    private string Leave(TopLevelObject subject, string text, Action<string> doubt)
    {
        var lexed = Read(subject, text);
        if (lexed.Error is { } error)
        {
            if (Names(text)) doubt($"a body that holds {error}, so that it cannot be told where it means the {Word} {Name}");
            return text;
        }

        var found = Qualifiers.Of(lexed.Significant, Rules, Name, Called(subject));
        if (found.Doubtful.Length > 0)
        {
            var at = $"character {found.Doubtful.Start + 1}";
            doubt($"a body in which {Name} before a point may be the {Word} or something "
                + $"else that is called so ({at}); give the other one another name");
        }

        var own = found.Own.Select(t => t.Start).ToHashSet();
        if (own.Count == 0) return text;
        return string.Concat(lexed.Tokens.Select(t => own.Contains(t.Start) ? Quote(new Identifier(Placeholder)) : t.ToString()));
    }

    // With or without quotes, and a point behind it.
    private bool Names(string text)
    {
        for (var at = -1; (at = text.IndexOf(Name, at + 1, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var rest = text.AsSpan(at + Name.Length).TrimStart("`\"").TrimStart();
            if (rest is ['.', ..] && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '$' or '.'))) return true;
        }

        return false;
    }
}
