namespace SchemaSync.Generators.Conventions;

/// <summary>All entities of a project while the conventions go over them.</summary>
internal sealed class EntityModel(EntityDeclarations declared)
{
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);

    /// <summary>Every class that is reached.</summary>
    public Dictionary<string, EntityClass> Classes { get; } = declared.Classes.ToDictionary(c => c.FullName, StringComparer.Ordinal);

    public EquatableArray<EntitySet> Sets { get; } = declared.Sets;

    /// <summary>Entities of classes, and the tables between two of them.</summary>
    public List<Entity> Entities { get; } = [];

    public List<Finding> Findings { get; } = [];

    public Entity? Of(string fullName) => _entities.TryGetValue(fullName, out var entity) ? entity : null;

    public void Add(Entity entity)
    {
        _entities.Add(entity.FullName, entity);
        Entities.Add(entity);
    }

    public void Report(DiagnosticEntry entry, Place place, params string[] arguments) =>
        Findings.Add(new(entry, place, arguments.ToEquatableArray()));

    /// <summary>The class itself and its bases, the outermost first.</summary>
    public List<EntityClass> Chain(EntityClass type)
    {
        var chain = new List<EntityClass>();
        for (var c = type; c is not null; c = c.Base is null ? null : Classes[c.Base]) chain.Insert(0, c);
        return chain;
    }
}
