using System.Buffers;

namespace SchemaSync.Engine.Adapters.Places;

/// <summary>
/// Every text of an object by the facet it is in. It walks what JSON and comparison walk, so that no facet can be forgotten: one that
/// no dialect knows is taken for the narrowest place.
/// </summary>
public sealed class PlacedTexts : FacetWriter
{
    // Made of these alone a text is a word or a number, which stays anywhere.
    private static readonly SearchValues<char> Harmless =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly List<(string Facet, string Text)> _texts = [];
    private string _prefix = "";

    private PlacedTexts()
    {
    }

    /// <summary>The texts of an object, its children's not among them.</summary>
    public static IReadOnlyList<(string Facet, string Text)> Of(SchemaObject subject)
    {
        var texts = new PlacedTexts();
        subject.WriteState(texts);
        if (!subject.LocalName.IsEmpty) texts.Name("name", subject.LocalName);
        if (subject is TopLevelObject { Name.IsQualified: true } top) texts.Name("schema", top.Name.Schema);
        return texts._texts;
    }

    /// <summary>Refuses objects with a text that would leave its place in a statement.</summary>
    /// <exception cref="SchemaSyncException">SSY0227: for each such text.</exception>
    public static void Check(
        IEnumerable<TopLevelObject> objects, Dialect dialect, IReadOnlyDictionary<ObjectId, SourceLocation>? locations = null)
    {
        var findings = objects.SelectMany(o => Findings(default, o, dialect)).ToList();
        if (findings.Count == 0) return;
        throw new SchemaSyncException(locations is null ? findings : new DeclaredPlaces(locations).Locate(findings));
    }

    /// <summary>Refuses SQL for rows that would leave its place: it stands where the expression of a computed column does.</summary>
    /// <exception cref="SchemaSyncException">SSY0227: for each such text.</exception>
    public static void Check(Snapshot target, Dialect dialect)
    {
        var said = target.Intents.Where(i => i.Sql is not null && !i.IsHook).ToList();
        if (said.Count == 0) return;
        var columns = target.Tables.SelectMany(t => t.Columns, (t, c) => (Id: ObjectId.Of(t.Name, c), Column: c))
            .ToLookup(c => c.Id, c => c.Column);
        var findings = from intent in said
                       from column in columns[intent.Subject]
                       let fault = Fault(column, "computed.expression", intent.Sql!, dialect)
                       where fault is not null
                       select Diagnostic.Of(InspectionDiagnostics.LeavesItsPlace, intent.Subject.ToString(),
                           intent.Kind == IntentKind.Backfill ? "[Backfill]" : "Using", fault) with { Subject = intent.Subject };
        if (findings.ToList() is { Count: > 0 } all) throw new SchemaSyncException(all);
    }

    /// <inheritdoc/>
    public override void Text(string name, string? value)
    {
        if (value is not null) _texts.Add((_prefix + name, value));
    }

    /// <summary>Every dialect puts names into quotes.</summary>
    public override void Name(string name, Identifier value)
    {
        if (!value.IsEmpty) _texts.Add((NameFacet, value.Value));
    }

    /// <inheritdoc/>
    public override void Name(string name, QualifiedName value)
    {
        Name(name, value.Schema);
        Name(name, value.Name);
    }

    /// <inheritdoc/>
    public override void Flag(string name, bool value)
    {
    }

    /// <inheritdoc/>
    public override void Number(string name, long? value)
    {
    }

    /// <inheritdoc/>
    public override void Names(string name, EquatableArray<Identifier> values)
    {
        foreach (var value in values) Name(name, value);
    }

    /// <inheritdoc/>
    public override void Texts(string name, EquatableArray<string> values)
    {
        foreach (var value in values) Text(name, value);
    }

    /// <inheritdoc/>
    public override void Expression(string name, SqlExpression? value) => Text(name, value?.Text);

    /// <inheritdoc/>
    public override void Part<T>(string name, T? value) where T : class
    {
        if (value is not null) Nested(name, value);
    }

    /// <inheritdoc/>
    public override void Parts<T>(string name, EquatableArray<T> values)
    {
        foreach (var value in values) Nested(value is TableOption option ? $"{name}[{option.Name}]" : name, value);
    }

    /// <summary>The facet under which all names are.</summary>
    public const string NameFacet = "(name)";

    private void Nested(string name, IFacets value)
    {
        var outer = _prefix;
        _prefix = outer + name + ".";
        value.WriteFacets(this);
        _prefix = outer;
    }

    private static IEnumerable<Diagnostic> Findings(QualifiedName owner, SchemaObject subject, Dialect dialect)
    {
        foreach (var (facet, text) in Of(subject))
        {
            if (Fault(subject, facet, text, dialect) is not { } fault) continue;
            var path = ObjectId.Of(owner, subject);
            var word = facet == NameFacet ? "name" : facet;
            yield return Diagnostic.Of(InspectionDiagnostics.LeavesItsPlace, path.ToString(), word, fault) with { Subject = path };
        }

        foreach (var finding in subject.Children.SelectMany(child => Findings(((TopLevelObject)subject).Name, child, dialect)))
            yield return finding;
    }

    // Servers end a text at a zero byte, some refuse it, and none keeps it.
    private static string? Fault(SchemaObject subject, string facet, string text, Dialect dialect) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Harmless) ? null
        : text.Contains('\0', StringComparison.Ordinal) ? "holds a zero byte"
        // No statement holds what the model has no words for.
        : subject is OpaqueObject or SqlObject || facet.StartsWith("opaque.", StringComparison.Ordinal) ? null
        : facet == NameFacet ? text == Home.Placeholder ? "is the word that stands for the database or schema" : null
        : dialect.Misplaced(subject, facet, text);
}
