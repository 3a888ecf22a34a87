using System.IO.Enumeration;
using System.Text;

namespace SchemaSync.Scaffolding;

/// <summary>Writes C# that declares what a database holds.</summary>
public sealed class Scaffold
{
    private const string Namespaces = "using System;\nusing SchemaSync;\n";

    // No advice, and no rule that this database does not hold people to: what is there is there.
    private const string Advice =
        "#pragma warning disable SSY0101, SSY0103, SSY0104, SSY0109, SSY0110, SSY0114, SSY0115, SSY0118 // what the database has already";

    private readonly ScaffoldOptions _options;
    private readonly Snapshot _schema;
    private readonly Missing _missing = new();
    private readonly SqlFolder _files;
    private readonly ClassDirectory _classes;
    private readonly List<TopLevelObject> _declared;

    private Scaffold(Snapshot schema, ScaffoldOptions options)
    {
        _options = options;
        _schema = schema;
        _files = new(options.Folder, options.Naming);
        var known = ProviderProfile.Find(schema.Form.Provider)!;
        _declared = [.. schema.Objects.Where(o => IsClass(o) && IsWanted(o)).OrderBy(o => o.Name)];
        // The compiler has the tables' case as .NET has it, a database perhaps as ASCII has it.
        var twice = _declared.Where(o => known.TableNamesIgnoreCase && _declared.Any(e => !ReferenceEquals(e, o)
            && e.Name.CompareTo(o.Name) < 0 && e.Name.ToString().Equals(o.Name.ToString(), StringComparison.OrdinalIgnoreCase))).ToList();
        foreach (var subject in twice) _missing.Add(ObjectId.Of(subject), "it, because another one differs from it in case alone");
        _declared.RemoveAll(twice.Contains);
        _classes = new(_declared, options.Naming);
    }

    /// <summary>The files that declare a schema.</summary>
    /// <param name="schema">The schema, as its server prints it.</param>
    /// <param name="dialect">The database system's.</param>
    /// <param name="options">What they look like.</param>
    public static Scaffolded Write(Snapshot schema, Dialect dialect, ScaffoldOptions options) =>
        new Scaffold(schema, options).Write(dialect);

    /// <summary>Whether C# takes a text for a namespace.</summary>
    public static bool IsNamespace(string text) => CSharp.IsNamespace(text);

    /// <summary>The namespace of a folder, as an editor would give it to a class there.</summary>
    public static string NamespaceOf(string path) =>
        string.Join('.', path.Split(['.', '/'], StringSplitOptions.RemoveEmptyEntries).Select(CSharp.NamespacePart));

    private Scaffolded Write(Dialect dialect)
    {
        var types = new PropertyTypes(dialect, _declared.Where(o => o is EnumType or CompositeType)
            .Select(o => (o.Name, new CSharpType(CSharp.Name(_classes.Of(o).Name), o is CompositeType))), _schema.Objects.OfType<Domain>());
        var profile = ProviderProfile.Find(dialect.Provider)!;
        var known = new KnownOptions(profile, _missing);
        var columns = new ColumnProperty(types, _options, known, _missing);
        var triggers = new TriggerAttributes(_schema, profile, _files, _missing);
        var tables = new TableClass(_schema, _classes, columns, triggers, known, _missing);
        var others = new OtherClasses(_classes, columns, triggers, _files, known, _options.Naming, _missing);
        var parts = _declared.ConvertAll(o => (_classes.Of(o).Name, Text: Block(o is Table table ? tables.Of(table) : others.Of(o))));
        var rest = new SchemaFile(_schema, _files, known, _missing).Lines(owner => _classes.Table(owner) is null).ToList();
        FindMissing();
        foreach (var table in _declared.OfType<Table>()) ForeignKeyActions.Check(table, dialect, _missing);
        return new([.. Files(parts, rest), .. _files.Files], _missing.All);
    }

    private IEnumerable<ScaffoldedFile> Files(List<(string Name, string Text)> classes, List<string> rest)
    {
        var attributes = rest.Count == 0 ? "" : Block(rest);
        if (_options.OneFile)
        {
            yield return new($"{ReservedNames.SchemaFile}.cs", Source(attributes, string.Join("\n", classes.Select(c => c.Text))));
            yield break;
        }

        foreach (var (name, text) in classes) yield return new($"{name}.cs", Source("", text));
        if (rest.Count > 0) yield return new($"{ReservedNames.SchemaFile}.cs", Source(attributes, ""));
    }

    private string Source(string attributes, string classes)
    {
        var text = new StringBuilder(ScaffoldMark.Head(_schema.Form.Provider)).Append('\n');
        text.Append(_options.Nullable ? "#nullable enable\n" : "#nullable disable\n").Append(Advice).Append('\n');
        // A name as the database has it may be all small letters, which C# keeps for its own words.
        if (_options.Naming == ScaffoldNaming.Keep) text.Append("#pragma warning disable CS8981\n");
        text.Append(Namespaces);
        if (attributes.Length > 0) text.Append('\n').Append(attributes);
        if (classes.Length > 0) text.Append("\nnamespace ").Append(_options.Namespace).Append(";\n\n").Append(classes);
        return text.ToString();
    }

    private static string Block(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    private static bool IsClass(TopLevelObject subject) => subject is View or MaterializedView or EnumType or CompositeType
        || (subject is Table table && table.PartitionOf.IsEmpty);

    private bool IsWanted(TopLevelObject subject) => subject is EnumType or CompositeType
        || ((_options.Include.IsEmpty || Matches(_options.Include, subject)) && !Matches(_options.Exclude, subject));

    private static bool Matches(EquatableArray<string> patterns, TopLevelObject subject) => patterns.Any(p =>
        FileSystemName.MatchesSimpleExpression(p, subject.LocalName.Value)
        || FileSystemName.MatchesSimpleExpression(p, subject.Name.ToString()));

    private void FindMissing()
    {
        foreach (var subject in _schema.Objects)
        {
            if (subject is OpaqueObject)
                _missing.Add(ObjectId.Of(subject), "it; the model has no words for it, [SqlObject] carries its SQL");
            foreach (var facet in subject.Opaque) _missing.Add(ObjectId.Of(subject), facet.Name);
        }

        foreach (var unsupported in _schema.Unsupported) _missing.Add(unsupported.Id, unsupported.Reason);
        var names = _schema.Objects.Select(o => o.Name).ToHashSet();
        foreach (var partition in _schema.Tables.Where(t => !t.PartitionOf.IsEmpty && !names.Contains(t.PartitionOf)))
            _missing.Add(ObjectId.Of(partition), $"it, because {partition.PartitionOf} was not read, of which it is a partition");
        var homeless = _schema.Tables.Where(t => !t.PartitionOf.IsEmpty).Select(t => t.Name).ToHashSet();
        foreach (var trigger in _schema.Objects.OfType<Trigger>().Where(t => homeless.Contains(t.On)))
            _missing.Add(ObjectId.Of(trigger), "it, because a partition has no class");
    }
}
