using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Generators.Reading;

/// <summary>What one file says of the model by itself: contexts with their sets, tables, and classes that configure others.</summary>
internal sealed class EntityRoots
{
    private readonly List<EntitySet> _sets = [];
    private readonly List<ConfiguredCode> _configured = [];
    private readonly List<EntityConfiguration> _configurations = [];
    private readonly List<string> _reached = [];
    private readonly HashSet<SyntaxTree> _around = [];

    private EntityRoots()
    {
    }

    public IReadOnlyList<EntitySet> Sets => _sets;

    public IReadOnlyList<ConfiguredCode> Configured => _configured;

    public IReadOnlyList<EntityConfiguration> Configurations => _configurations;

    /// <summary>The classes that are entities because of it.</summary>
    public IReadOnlyList<string> Reached => _reached;

    /// <summary>The files in which its contexts and tables and their bases stand.</summary>
    public IReadOnlyCollection<SyntaxTree> Around => _around;

    /// <summary>Null where it says nothing.</summary>
    public static EntityRoots? Of(Compilation compilation, SyntaxTree tree, EntityReader reader, CancellationToken stop)
    {
        var roots = new EntityRoots();
        SemanticModel? model = null;
        foreach (var node in TreeFacts.Of(tree, stop).Types)
        {
            // What has neither a base nor an attribute is neither a context nor says that it is a table.
            if (node is not TypeDeclarationSyntax || (node.BaseList is null && node.AttributeLists.Count == 0)) continue;
            model ??= compilation.GetSemanticModel(tree);
            if (model.GetDeclaredSymbol(node, stop) is INamedTypeSymbol type && roots.Add(type, reader))
                roots._around.UnionWith(TypeReader.Chain(type).SelectMany(EntityReader.Around));
        }

        return roots._around.Count > 0 ? roots : null;
    }

    private bool Add(INamedTypeSymbol type, EntityReader reader)
    {
        if (EntityReader.IsContext(type)) AddContext(type, reader);
        // Before a table: [Table] of a configuration is another class's.
        else if (EntityConfiguration.Of(type) is { } configuration) _configurations.Add(configuration);
        else if (type.IsTable()) Reach(type, reader);
        else if (ConfiguredCode.OfConfiguration(type).ToList() is { Count: > 0 } code) _configured.AddRange(code);
        else return false;
        return true;
    }

    private void Reach(INamedTypeSymbol type, EntityReader reader)
    {
        if (reader.Reach(type)) _reached.Add(EntityReader.Key(type));
    }

    private void AddContext(INamedTypeSymbol context, EntityReader reader)
    {
        foreach (var type in TypeReader.Chain(context).Where(t => !EntityReader.IsContextItself(t)))
        {
            var name = type.MetadataName();
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(p => !p.IsStatic))
            {
                if (property.Type is not INamedTypeSymbol { Name: "DbSet", TypeArguments: [INamedTypeSymbol entity] } set
                    || set.ContainingNamespace.ToDisplayString() != EntityReader.EfCore) continue;
                Reach(entity, reader);
                _sets.Add(new(property.Name, EntityReader.Key(entity), Place.OfMember(name, property.Name)));
            }
        }

        _configured.AddRange(ConfiguredCode.OfContext(context));
    }
}
