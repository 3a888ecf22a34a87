using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Emitting;

/// <summary>What the class of the generated names is called, where it is, and whether it has the target of the library.</summary>
internal sealed record NamesHome(string Namespace, string Class, bool HasTarget)
{
    private const string TargetType = "SchemaSync.Engine.SchemaTarget", TargetMaker = "From";

    private static readonly string[] Usual = ["Schema", "SchemaNames", "DeclaredSchema"];

    /// <summary>As the project says; else the first name that nobody has.</summary>
    public static NamesHome Of(Compilation compilation, Settings settings)
    {
        var hasTarget = KnowsTarget(compilation);
        var root = string.Join(".", settings.RootNamespace.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(Word));
        var given = settings.NamesClass;
        if (given.Length > 0)
        {
            var point = given.LastIndexOf('.');
            return point < 0 ? new(root, given, hasTarget) : new(given.Substring(0, point), given.Substring(point + 1), hasTarget);
        }

        var space = Find(compilation.GlobalNamespace, root);
        return new(root, Usual.FirstOrDefault(name => !IsTaken(compilation, space, name)) ?? Usual[0], hasTarget);
    }

    // Most projects refer to the attributes alone; what is generated has to compile there too.
    private static bool KnowsTarget(Compilation compilation) =>
        compilation.GetTypeByMetadataName(TargetType) is { } type && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
        && type.GetMembers(TargetMaker).OfType<IMethodSymbol>().Any(m => m.IsStatic && m.DeclaredAccessibility == Accessibility.Public);

    // A project may be called what no namespace can be.
    private static string Word(string part)
    {
        var word = new string([.. part.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_')]);
        return char.IsDigit(word[0]) ? "_" + word : word;
    }

    // A type that the user can see stays, also one of another project, and so does a namespace; ours steps aside.
    private static bool IsTaken(Compilation compilation, INamespaceSymbol? space, string name)
    {
        if (space is null) return false;
        foreach (var member in space.GetMembers(name))
        {
            if (member is INamespaceSymbol) return true;
            if (member is INamedTypeSymbol { Arity: 0 } type
                && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)) return true;
        }

        return false;
    }

    private static INamespaceSymbol? Find(INamespaceSymbol? space, string name)
    {
        foreach (var part in name.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
            space = space?.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
        return space;
    }
}
