using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Benchmarks;

/// <summary>
/// The floor: asks Roslyn for the same six attributes through its own index and touches the symbols any reader has to touch
/// (properties, their types, attributes with their arguments), keeps a number and writes nothing.
/// </summary>
internal sealed class FloorGenerator : IIncrementalGenerator
{
    private static readonly string[] Attributed =
    [
        "SchemaSync.TableAttribute", "System.ComponentModel.DataAnnotations.Schema.TableAttribute", "SchemaSync.ViewAttribute",
        "SchemaSync.MaterializedViewAttribute", "SchemaSync.EnumTypeAttribute", "SchemaSync.CompositeTypeAttribute",
    ];

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in Attributed)
        {
            var found = context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute, (node, _) => node is BaseTypeDeclarationSyntax, (match, _) => Touch((INamedTypeSymbol)match.TargetSymbol));
            context.RegisterSourceOutput(found.Collect(), (_, _) => { });
        }
    }

    public static int Touch(INamedTypeSymbol type)
    {
        var touched = Attributes(type);
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol property)
                touched += Attributes(property) + (int)property.Type.SpecialType + (int)property.NullableAnnotation;
        }

        return touched;
    }

    private static int Attributes(ISymbol symbol)
    {
        var touched = 0;
        foreach (var attribute in symbol.GetAttributes())
            touched += attribute.ConstructorArguments.Length + attribute.NamedArguments.Length
                + (attribute.AttributeClass?.Name.Length ?? 0);
        return touched;
    }
}
