using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Generators.Reading;

/// <summary>A method that configures the model: of a context, of one it derives from, or of a class of configuration.</summary>
/// <param name="Name">The method and its class.</param>
/// <param name="Calls">What it says; null where it is another assembly's, and nobody can see that.</param>
internal sealed record ConfiguredCode(string Name, EquatableArray<FluentCall>? Calls, Place Place)
{
    private static readonly string[] Methods = ["OnModelCreating", "ConfigureConventions"];

    public static IEnumerable<ConfiguredCode> OfContext(INamedTypeSymbol context)
    {
        foreach (var name in Methods)
        {
            var overrides = TypeReader.Chain(context).SelectMany(t => t.GetMembers(name)).OfType<IMethodSymbol>()
                .Where(m => m.IsOverride).Reverse().ToList();
            foreach (var method in overrides.Where(IsInSight)) yield return Of(method);
            if (overrides.Find(m => !IsInSight(m)) is { } foreign)
                yield return new($"{Display(foreign)} in {foreign.ContainingAssembly.Name}", null, Place.OfType(context.MetadataName()));
        }
    }

    /// <summary>What a class says that configures another one.</summary>
    public static IEnumerable<ConfiguredCode> OfConfiguration(INamedTypeSymbol type) =>
        !type.AllInterfaces.Any(i => i is { Name: "IEntityTypeConfiguration", TypeArguments.Length: 1 }) ? []
            : type.GetMembers("Configure").OfType<IMethodSymbol>().Where(IsInSight).Select(Of);

    /// <summary>What <c>[EntityTypeConfiguration]</c> names, where that is another assembly's; null where it is not, or nothing.</summary>
    public static ConfiguredCode? Named(INamedTypeSymbol entity, IAssemblySymbol home)
    {
        foreach (var use in entity.GetAttributes())
        {
            if (use.AttributeClass is not { Name: "EntityTypeConfigurationAttribute" } attribute) continue;
            var named = attribute.TypeArguments.FirstOrDefault() ?? use.ConstructorArguments.FirstOrDefault().Value as ITypeSymbol;
            if (!SymbolEqualityComparer.Default.Equals(named?.ContainingAssembly, home))
                return new($"[EntityTypeConfiguration] of {entity.Name}", null, Place.OfType(entity.MetadataName()));
        }

        return null;
    }

    /// <summary>What is to be told; null where the database is the same without it.</summary>
    /// <param name="known">The names of classes that are entities without being said.</param>
    public ConfiguredContext? Beside(HashSet<string> known)
    {
        if (Calls is not { } calls) return new(Name, "what it says", Place);
        var said = calls.Select(c => c.Beside(known)).OfType<FluentCall>().Select(c => c.Display).ToList();
        return said.Count == 0 ? null : new(Name, string.Join(", ", said), Place);
    }

    private static ConfiguredCode Of(IMethodSymbol method) => new(Display(method),
        method.DeclaringSyntaxReferences[0].GetSyntax() is BaseMethodDeclarationSyntax syntax
            ? new FluentCalls(syntax).All().ToEquatableArray() : default(EquatableArray<FluentCall>),
        Place.OfMember(method.ContainingType.MetadataName(), method.Name));

    private static string Display(IMethodSymbol method) => $"{method.Name} of {method.ContainingType.Name}";

    private static bool IsInSight(IMethodSymbol method) => !method.DeclaringSyntaxReferences.IsEmpty;
}
