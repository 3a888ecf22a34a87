using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Reading;

/// <summary>What Entity Framework would find in a project: what its files say by themselves, and every class to which that leads.</summary>
internal sealed class EntityState
{
    private readonly Dictionary<SyntaxTree, EntityRoots> _roots;
    private readonly Dictionary<string, ReadEntity> _classes;

    private EntityState(Dictionary<SyntaxTree, EntityRoots> roots, Dictionary<string, ReadEntity> classes, EntityDeclarations declared,
        EquatableArray<TypeLocations> places)
    {
        (_roots, _classes) = (roots, classes);
        (Declared, Places) = (declared, places);
    }

    public EntityDeclarations Declared { get; }

    /// <summary>Where each class is declared.</summary>
    public EquatableArray<TypeLocations> Places { get; }

    /// <summary>Everything read anew.</summary>
    public static EntityState Of(Compilation compilation, ImmutableArray<SyntaxTree> trees, CancellationToken stop)
    {
        var reader = new EntityReader(compilation.Assembly);
        var roots = Roots(compilation, trees, reader, stop);
        return Of(trees, roots, Reached(trees, roots, [], reader, stop)!);
    }

    /// <summary>The state after an edit; null where everything has to be read again.</summary>
    /// <param name="touched">The files whose declarations may mean something else, and those that are gone.</param>
    public EntityState? After(Compilation compilation, ImmutableArray<SyntaxTree> trees, HashSet<SyntaxTree> touched,
        CancellationToken stop)
    {
        var roots = _roots.Where(r => !touched.Contains(r.Key) && !r.Value.Around.Any(touched.Contains))
            .ToDictionary(r => r.Key, r => r.Value);
        var known = _classes.Where(c => !c.Value.Around.Any(touched.Contains))
            .ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        RemoveWhatLeadsToGeneric(roots, known);
        var reader = new EntityReader(compilation.Assembly);
        var again = trees.Where(t => touched.Contains(t) || (_roots.ContainsKey(t) && !roots.ContainsKey(t)));
        foreach (var read in Roots(compilation, again, reader, stop)) roots.Add(read.Key, read.Value);
        if (Reached(trees, roots, known, reader, stop) is not { } classes) return null;
        var state = Of(trees, roots, classes);
        // The very same where nothing else is declared.
        if (state.Declared.Equals(Declared)) return new(roots, classes, Declared, state.Places);
        KnownTables.Follow(Declared, state.Declared);
        return state;
    }

    private static EntityState Of(ImmutableArray<SyntaxTree> trees, Dictionary<SyntaxTree, EntityRoots> roots,
        Dictionary<string, ReadEntity> classes)
    {
        var all = InOrder(trees, roots).ToList();
        var read = classes.ToDictionary(c => c.Key, c => c.Value.Class, StringComparer.Ordinal);
        var configurations = all.SelectMany(r => r.Configurations).Distinct().ToList();
        var unknown = EntityConfiguration.Apply(configurations, read);
        var names = classes.Keys.OrderBy(n => n, StringComparer.Ordinal).ToList();
        var known = new HashSet<string>(read.Values.Select(c => c.Name), StringComparer.Ordinal);
        var configured = all.SelectMany(r => r.Configured).Concat(names.Select(n => classes[n].Configured).OfType<ConfiguredCode>())
            .Select(c => c.Beside(known)).OfType<ConfiguredContext>();
        var declared = new EntityDeclarations(names.Select(n => read[n]).ToEquatableArray(),
            all.SelectMany(r => r.Sets).Distinct().ToEquatableArray(), configured.Distinct().ToEquatableArray()) { Unknown = unknown };
        return new(roots, classes, declared,
            names.Select(n => classes[n].Places).Concat(configurations.Select(c => c.Places)).ToEquatableArray());
    }

    private static IEnumerable<EntityRoots> InOrder(ImmutableArray<SyntaxTree> trees, Dictionary<SyntaxTree, EntityRoots> roots) =>
        trees.Where(roots.ContainsKey).Select(t => roots[t]);

    private static Dictionary<SyntaxTree, EntityRoots> Roots(Compilation compilation, IEnumerable<SyntaxTree> trees, EntityReader reader,
        CancellationToken stop)
    {
        var roots = new Dictionary<SyntaxTree, EntityRoots>();
        foreach (var tree in trees)
        {
            stop.ThrowIfCancellationRequested();
            if (EntityRoots.Of(compilation, tree, reader, stop) is { } read) roots.Add(tree, read);
        }

        return roots;
    }

    // Null where one can only be found through others that are not read again.
    private static Dictionary<string, ReadEntity>? Reached(ImmutableArray<SyntaxTree> trees, Dictionary<SyntaxTree, EntityRoots> roots,
        Dictionary<string, ReadEntity> known, EntityReader reader, CancellationToken stop)
    {
        var classes = new Dictionary<string, ReadEntity>(StringComparer.Ordinal);
        var waiting = new Queue<string>(InOrder(trees, roots).SelectMany(r => r.Reached));
        while (waiting.Count > 0)
        {
            stop.ThrowIfCancellationRequested();
            var name = waiting.Dequeue();
            if (classes.ContainsKey(name)) continue;
            if (!known.TryGetValue(name, out var read)) read = reader.Read(name);
            if (read is null) return null;
            classes.Add(name, read);
            foreach (var next in read.Reached) waiting.Enqueue(next);
        }

        return classes;
    }

    // A class that is made of others has no name by which it could be found: who leads to it is asked again.
    private void RemoveWhatLeadsToGeneric(Dictionary<SyntaxTree, EntityRoots> roots, Dictionary<string, ReadEntity> known)
    {
        for (var before = -1; before != roots.Count + known.Count;)
        {
            before = roots.Count + known.Count;
            var lost = new HashSet<string>(_classes.Where(c => c.Value.IsGeneric && !known.ContainsKey(c.Key)).Select(c => c.Key),
                StringComparer.Ordinal);
            if (lost.Count == 0) return;
            foreach (var root in roots.Where(r => r.Value.Reached.Any(lost.Contains)).ToList()) roots.Remove(root.Key);
            foreach (var read in known.Where(c => c.Value.Reached.Any(lost.Contains)).ToList()) known.Remove(read.Key);
        }
    }
}
