using Microsoft.CodeAnalysis;

namespace SchemaSync.Benchmarks;

/// <summary>
/// The floor where conventions hold: no attribute leads to a class, so it walks over all classes of the project, touches the symbols that
/// any reader has to touch, keeps a number and writes nothing.
/// </summary>
internal sealed class FloorEntities : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider.Select((c, _) => Touch(c.Assembly.GlobalNamespace)), (_, _) => { });

    private static int Touch(INamespaceSymbol space)
    {
        var touched = 0;
        foreach (var member in space.GetMembers())
            touched += member is INamespaceSymbol inner ? Touch(inner) : FloorGenerator.Touch((INamedTypeSymbol)member);
        return touched;
    }
}
