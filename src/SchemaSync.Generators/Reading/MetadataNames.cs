using System.Text;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Reading;

/// <summary>Full names of symbols, as metadata spells them.</summary>
internal static class MetadataNames
{
    public const string OurNamespace = "SchemaSync";
    public const string OurTable = "SchemaSync.TableAttribute";
    public const string OurView = "SchemaSync.ViewAttribute";
    public const string OurMaterializedView = "SchemaSync.MaterializedViewAttribute";
    public const string OurEnumType = "SchemaSync.EnumTypeAttribute";
    public const string OurCompositeType = "SchemaSync.CompositeTypeAttribute";
    public const string OurSchemaConfiguration = "SchemaSync.SchemaConfigurationAttribute";
    public const string StandardTable = "System.ComponentModel.DataAnnotations.Schema.TableAttribute";

    [ThreadStatic]
    private static StringBuilder? _builder;

    public static string MetadataName(this ITypeSymbol type)
    {
        var text = (_builder ??= new()).Clear();
        Append(text, type);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ITypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            Append(text, outer);
            text.Append('+');
        }
        else if (type.ContainingNamespace is { IsGlobalNamespace: false } space)
        {
            Append(text, space);
            text.Append('.');
        }

        text.Append(type.MetadataName);
    }

    private static void Append(StringBuilder text, INamespaceSymbol space)
    {
        if (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            Append(text, outer);
            text.Append('.');
        }

        text.Append(space.Name);
    }

    /// <summary>Whether the type is declared as a table, by our attribute or the standard one.</summary>
    public static bool IsTable(this ITypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)) return false;
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "TableAttribute" } found && found.MetadataName() is OurTable or StandardTable)
                return true;
        }

        return false;
    }
}
