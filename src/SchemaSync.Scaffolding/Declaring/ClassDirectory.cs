namespace SchemaSync.Scaffolding.Declaring;

/// <summary>What an object is called in C#.</summary>
/// <param name="Name">The class or enum.</param>
/// <param name="Members">Its properties, by their columns.</param>
internal sealed record DeclaredClass(string Name, IReadOnlyDictionary<Identifier, string> Members)
{
    /// <summary>The property of a column.</summary>
    public string Member(Identifier column) => Members[column];
}

/// <summary>Who is called what: every class has its name before the first one is written, because they refer to each other.</summary>
internal sealed class ClassDirectory
{
    private readonly Dictionary<TopLevelObject, DeclaredClass> _byObject = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<QualifiedName, DeclaredClass> _tables = [];
    private readonly ScaffoldNaming _naming;

    /// <param name="objects">Those that become a class or an enum.</param>
    /// <param name="naming">How they are called.</param>
    public ClassDirectory(IReadOnlyCollection<TopLevelObject> objects, ScaffoldNaming naming)
    {
        _naming = naming;
        var taken = new TakenNames(ReservedNames.OfClasses);
        var twice = objects.GroupBy(o => Words.Class(o.LocalName.Value, naming), StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1).SelectMany(g => g).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var subject in objects)
        {
            var name = Words.Class(subject.LocalName.Value, naming);
            // Of two schemas, the name of the schema says more than a number.
            if (twice.Contains(subject) && subject.Name.IsQualified) name = Words.Member(subject.Name.Schema.Value, naming) + name;
            var free = taken.Take(name);
            var declared = new DeclaredClass(free, Members(subject, free));
            _byObject.Add(subject, declared);
            if (subject is Table table) _tables[table.Name] = declared;
        }
    }

    /// <summary>The class of an object.</summary>
    public DeclaredClass Of(TopLevelObject subject) => _byObject[subject];

    /// <summary>The class of the table of that name; null where there is none.</summary>
    public DeclaredClass? Table(QualifiedName name) => _tables.GetValueOrDefault(name);

    private Dictionary<Identifier, string> Members(TopLevelObject subject, string className)
    {
        // No member may be called like its class.
        var taken = new TakenNames([className, .. ReservedNames.OfMembers]);
        IEnumerable<Identifier> names = subject switch
        {
            Table table => table.Columns.Select(c => c.Name),
            CompositeType type => type.Attributes.Select(a => a.Name),
            _ => [],
        };
        return names.ToDictionary(n => n, n => taken.Take(Words.Member(n.Value, _naming)));
    }
}
