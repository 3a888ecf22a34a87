using System.Runtime.CompilerServices;

namespace SchemaSync.Generators.Analysis;

/// <summary>
/// What came of a class, kept with its declaration: where neither it nor what it refers to has changed, an edit leaves both its objects
/// and what is wrong with them as they were.
/// </summary>
internal sealed class KnownClass
{
    private static readonly ConditionalWeakTable<TypeDeclaration, KnownClass> All = new();
    private readonly TypeDeclaration _type;
    private readonly References _references;
    private readonly Dictionary<string, CheckedClass> _checked = new(StringComparer.Ordinal);
    private ProjectInput? _project;
    private EquatableArray<TableHead> _heads;
    private BuildInput? _input;
    private ForeignDirectory? _foreign;
    private ProjectInput? _resolvedIn;
    private TypeDeclaration? _resolved;

    private KnownClass(TypeDeclaration type)
    {
        _type = type;
        _references = References.Of(type);
    }

    public static KnownClass Of(TypeDeclaration type) => All.GetValue(type, static t => new(t));

    /// <summary>
    /// The class with what the types of other projects are, and those that the assembly says how to store; the same one while those are
    /// the same.
    /// </summary>
    public TypeDeclaration Resolve(ForeignDirectory foreign, ProjectInput project)
    {
        lock (_checked)
        {
            if (_resolved is not null && _resolvedIn == project && foreign.Equals(_foreign)) return _resolved;
            (_foreign, _resolvedIn) = (foreign, project);
            return _resolved = ForeignTypes.Resolve(StoredTypes.Resolve(_type, project.Assembly), foreign, project.Settings.Providers);
        }
    }

    /// <summary>What others need to know of it, for each provider.</summary>
    public EquatableArray<TableHead> Heads(ProjectInput project)
    {
        lock (_checked)
        {
            if (_project != project) _heads = BuildInput.HeadsOf(_type, project);
            _project = project;
            return _heads;
        }
    }

    /// <summary>Its objects, and what is wrong with them by themselves.</summary>
    public CheckedClass Check(ProjectInput project, BuildContext context, EquatableArray<string> providers)
    {
        lock (_checked)
        {
            var input = new BuildInput(_type, project, context.Heads.Narrow(_references, providers), context.Files.Narrow(_type));
            if (!input.Equals(_input)) _checked.Clear();
            _input = input;
            var provider = context.Profile.Name;
            return _checked.TryGetValue(provider, out var known) ? known : _checked[provider] = CheckedClass.Of(input, provider);
        }
    }
}

/// <summary>A class with its objects for one provider.</summary>
/// <param name="Table">Its table, when it is one.</param>
/// <param name="Findings">What is wrong with it, whatever else is declared.</param>
internal sealed record CheckedClass(BuiltType Built, DeclaredTable? Table, IReadOnlyList<Finding> Findings)
{
    public static CheckedClass Of(BuildInput input, string provider)
    {
        var context = input.Context(provider);
        var built = TypeBuilder.Build(input.Type, context);
        var head = input.Type.Has(AttributeKind.Table) ? context.Heads.ByType(provider, input.Type.FullName) : null;
        var table = head is not null && built.Objects.OfType<Table>().FirstOrDefault() is { } found
            ? new DeclaredTable(input.Type, head, found, built.Places)
            : null;
        context.Findings.AddRange(TextChecks.Of(input.Type));
        if (table is not null) TableChecks.Run(table, context);
        return new(built, table, context.Findings);
    }
}
