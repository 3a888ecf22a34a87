using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Reading;

/// <summary>C# types to logical types: one table for every provider.</summary>
internal static class ClrTypes
{
    private static readonly ConcurrentDictionary<(SpecialType Type, bool Wrapped, NullableAnnotation Annotation), string> Displays = new();

    /// <summary>The type of a property.</summary>
    /// <param name="home">The assembly that is compiled: of others' types the name is
    /// kept, because their attributes are not in metadata.</param>
    public static ClrType Read(ITypeSymbol type, NullableAnnotation annotation, IAssemblySymbol home)
    {
        var display = Display(type);
        var nullable = type.IsReferenceType && annotation != NullableAnnotation.NotAnnotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } wrapped)
        {
            nullable = true;
            type = wrapped.TypeArguments[0];
        }

        if (Scalar(type) is { } logical)
        {
            var isEnum = type.TypeKind == TypeKind.Enum;
            return new(logical, display)
            {
                Nullable = nullable, IsEnum = isEnum, Custom = CustomTypes.Read(type), Foreign = isEnum ? Foreign(type, home) : null,
            };
        }

        if (Listed(type) is { } element && (Scalar(element) is not null || CustomTypes.Read(element) is not null))
        {
            var isEnum = element.TypeKind == TypeKind.Enum;
            return new(Scalar(element), display)
            {
                Nullable = nullable, IsArray = true, IsEnum = isEnum, Custom = CustomTypes.Read(element),
                Foreign = isEnum ? Foreign(element, home) : null,
            };
        }

        return OfClass(type, display, nullable, home);
    }

    // What no column holds by itself: it leads somewhere, or somebody says how to store it.
    private static ClrType OfClass(ITypeSymbol type, string display, bool nullable, IAssemblySymbol home)
    {
        if (type.IsTable()) return new(null, display, type.MetadataName()) { Nullable = nullable };
        var items = Items(type);
        if (items is not null && items.IsTable()) return new(null, display, items.MetadataName()) { IsCollection = true };
        if (IsDictionary(type)) return new(null, display) { Nullable = nullable, Class = StoredTypes.Dictionary };
        if (Foreign(type, home) is { } name) return new(null, display) { Nullable = nullable, Foreign = name, Class = name };
        if (items is not null && Foreign(items, home) is { } item)
            return new(null, display) { IsCollection = true, IsForeignList = Listed(type) is not null, Foreign = item, Class = item };
        var named = (items ?? type) as INamedTypeSymbol;
        return new(null, display)
        {
            Nullable = nullable, IsCollection = items is not null, Custom = CustomTypes.Read(type), Class = named?.MetadataName(),
        };
    }

    private static string? Foreign(ITypeSymbol type, IAssemblySymbol home) =>
        type is INamedTypeSymbol { IsGenericType: false, SpecialType: SpecialType.None, ContainingAssembly: { } assembly }
        && !SymbolEqualityComparer.Default.Equals(assembly, home) ? type.MetadataName() : null;

    // Roslyn puts a display together from its parts each time; nearly every column is of one of a few types.
    private static string Display(ITypeSymbol type)
    {
        var inner = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } wrapped
            ? wrapped.TypeArguments[0]
            : type;
        if (Special(inner.SpecialType) is null) return type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        var key = (inner.SpecialType, !ReferenceEquals(inner, type), type.NullableAnnotation);
        return Displays.TryGetValue(key, out var known)
            ? known
            : Displays[key] = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
    }

    /// <summary>The elements of an array, or of one of the framework's collections: a list, a set, or any interface of theirs.</summary>
    private static ITypeSymbol? Listed(ITypeSymbol type)
    {
        var element = type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            INamedTypeSymbol { TypeArguments.Length: 1 } list when IsOfCollections(list.ContainingNamespace) => Items(list),
            _ => null,
        };
        return element is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } wrapped
            ? wrapped.TypeArguments[0]
            : element;
    }

    private static bool IsOfCollections(INamespaceSymbol space) =>
        space is { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        || (space.Name is "Generic" or "ObjectModel" or "Immutable" or "Frozen" && IsOfCollections(space.ContainingNamespace));

    // Words by a key, which a document holds.
    private static bool IsDictionary(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } named
        && named.Name is "Dictionary" or "IDictionary" or "IReadOnlyDictionary" && IsOfCollections(named.ContainingNamespace)
        && (Scalar(value) is not null || value.SpecialType == SpecialType.System_Object);

    private static LogicalType? Scalar(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => Special(underlying.SpecialType),
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => LogicalType.Binary,
        { SpecialType: not SpecialType.None } => Special(type.SpecialType),
        INamedTypeSymbol { IsGenericType: false } => ByName(type),
        _ => null,
    };

    private static LogicalType? Special(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => LogicalType.Boolean,
        SpecialType.System_Byte => LogicalType.Byte,
        SpecialType.System_SByte => LogicalType.SByte,
        SpecialType.System_Int16 => LogicalType.Int16,
        SpecialType.System_UInt16 => LogicalType.UInt16,
        SpecialType.System_Int32 => LogicalType.Int32,
        SpecialType.System_UInt32 => LogicalType.UInt32,
        SpecialType.System_Int64 => LogicalType.Int64,
        SpecialType.System_UInt64 => LogicalType.UInt64,
        SpecialType.System_Single => LogicalType.Single,
        SpecialType.System_Double => LogicalType.Double,
        SpecialType.System_Decimal => LogicalType.Decimal,
        SpecialType.System_String => LogicalType.String,
        SpecialType.System_Char => LogicalType.Char,
        SpecialType.System_DateTime => LogicalType.DateTime,
        _ => null,
    };

    // The short name first: most types are none of these, and a full name costs an allocation.
    private static LogicalType? ByName(ITypeSymbol type) => type.Name switch
    {
        "Guid" => Named(type, "System", LogicalType.Guid),
        "DateTimeOffset" => Named(type, "System", LogicalType.DateTimeOffset),
        "DateOnly" => Named(type, "System", LogicalType.Date),
        "TimeOnly" => Named(type, "System", LogicalType.Time),
        "TimeSpan" => Named(type, "System", LogicalType.TimeSpan),
        "JsonDocument" or "JsonElement" => Named(type, "System.Text.Json", LogicalType.Json),
        "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue" => Named(type, "System.Text.Json.Nodes", LogicalType.Json),
        _ => null,
    };

    private static LogicalType? Named(ITypeSymbol type, string space, LogicalType logical) =>
        type.ContainingType is null && type.ContainingNamespace.ToDisplayString() == space ? logical : null;

    /// <summary>The elements of what can be gone through; null for a single value, and for a text.</summary>
    public static ITypeSymbol? Items(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array) return array.ElementType;
        if (type.SpecialType == SpecialType.System_String || type is not INamedTypeSymbol named) return null;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) return named.TypeArguments[0];
        return named.AllInterfaces
            .FirstOrDefault(i =>
                i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
    }
}
