using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Reading;

/// <summary>
/// Reads classes as Entity Framework would find them: what a context or a table leads to. They may be of any assembly, because what this
/// is about is in their metadata.
/// </summary>
internal sealed class EntityReader(IAssemblySymbol home)
{
    public const string EfCore = "Microsoft.EntityFrameworkCore";

    // As Entity Framework calls a class: Box<int>, with no namespace and no outer class.
    private static readonly SymbolDisplayFormat Short = new(genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private readonly Dictionary<string, INamedTypeSymbol> _reached = new(StringComparer.Ordinal);

    public static bool IsContextItself(INamedTypeSymbol type) => type.Name == "DbContext" && type.MetadataName() == EfCore + ".DbContext";

    public static bool IsContext(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType) if (IsContextItself(t)) return true;
        return false;
    }

    /// <summary>What a class is called here. What one of a generic class is depends on what it is made of.</summary>
    public static string Key(INamedTypeSymbol type) =>
        type.IsGenericType ? $"{type.MetadataName()}[{string.Join(",", type.TypeArguments.Select(a => a.ToDisplayString()))}]"
            : type.MetadataName();

    /// <summary>The files in which a type and what it is made of stand.</summary>
    public static IEnumerable<SyntaxTree> Around(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array) return Around(array.ElementType);
        var own = type.DeclaringSyntaxReferences.Select(r => r.SyntaxTree);
        if (type is not INamedTypeSymbol { IsGenericType: true } made) return own;
        return own.Concat(made.TypeArguments.SelectMany(Around)).Concat(made.ContainingType is { } outer ? Around(outer) : []);
    }

    /// <summary>Whether Entity Framework could store it: classes of people, and structs that are said to be a part of one.</summary>
    public bool Reach(INamedTypeSymbol type)
    {
        var isClass = type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, IsStatic: false }
            || (type.TypeKind == TypeKind.Struct && type.GetAttributes().Any(a => a.AttributeClass?.Name == "ComplexTypeAttribute"));
        if (!isClass || IsOfTheFramework(type.ContainingNamespace)) return false;
        _reached[Key(type)] = type;
        return true;
    }

    /// <summary>A class that was reached; null where nothing that is read now leads to it, and its name alone does not.</summary>
    public ReadEntity? Read(string key)
    {
        var type = _reached.TryGetValue(key, out var found) ? found : home.GetTypeByMetadataName(key);
        if (type is null) return null;
        var name = type.MetadataName();
        return new(ReadClass(type, key, name), new(name, LocationReader.ReadOwn(type)),
            ConfiguredCode.Named(type, home),
            Around(type).Distinct().ToImmutableArray(), type.IsGenericType);
    }

    private EntityClass ReadClass(INamedTypeSymbol type, string fullName, string name) => new()
    {
        FullName = fullName,
        Name = type.ToDisplayString(Short),
        Base = type.BaseType is { } parent && Reach(parent) ? Key(parent) : null,
        Place = Place.OfType(name),
        IsAbstract = type.IsAbstract,
        Attributes = AttributeReader.Read(type, name, ""),
        // A context is given to whoever asks for it, and stored nowhere.
        Members = TypeReader.Properties(type).Where(p => !(p.Type is INamedTypeSymbol named && IsContext(named)))
            .Select(p => Read(p, name)).ToEquatableArray(),
    };

    private EntityMember Read(IPropertySymbol property, string type) => ReadType(property, WithAnnotations(property, type)) with
    {
        IsOverride = property.IsOverride,
        IsOpen = property.OriginalDefinition.Type is ITypeParameterSymbol && property.Type.IsReferenceType,
        // Of another assembly the compiler is shown what is public, and a private setter is not.
        MayWrite = property.SetMethod is null && property.DeclaringSyntaxReferences.IsEmpty,
    };

    private MemberDeclaration WithAnnotations(IPropertySymbol property, string type)
    {
        var declared = TypeReader.Read(property, type, home);
        foreach (var attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass is not { Name: "MaybeNullAttribute" or "NotNullAttribute" } found) continue;
            declared = declared with { Type = declared.Type with { Nullable = found.Name == "MaybeNullAttribute" } };
        }

        return declared;
    }

    private EntityMember ReadType(IPropertySymbol property, MemberDeclaration declared)
    {
        if (declared.Type.Logical is not null || declared.Has(AttributeKind.Ignore))
            return new(declared, property.SetMethod is not null, null, IsMany: false);
        var element = ClrTypes.Items(property.Type);
        if (element is not null && ClrTypes.Read(element, element.NullableAnnotation, home) is { Logical: { } logical, IsArray: false })
        {
            // Any list of values is one to Entity Framework.
            declared = declared with { Type = declared.Type with { Logical = logical, IsArray = true, IsCollection = false } };
            return new(declared, property.SetMethod is not null, null, IsMany: false);
        }

        var reached = Unwrapped(element ?? property.Type);
        return reached is not null && Reach(reached)
            ? new(declared, property.SetMethod is not null, Key(reached), element is not null)
            : new(declared, property.SetMethod is not null, null, IsMany: false);
    }

    private static INamedTypeSymbol? Unwrapped(ITypeSymbol type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } wrapped
            ? wrapped.TypeArguments[0] : type) as INamedTypeSymbol;

    private static bool IsOfTheFramework(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space is { Name: "System" };
    }
}

/// <summary>A class that was read.</summary>
/// <param name="Configured">What says that code configures it.</param>
/// <param name="Around">The files in which it stands, and what it is made of.</param>
/// <param name="IsGeneric">Whether it is made of others, so that its name alone does not lead to it.</param>
internal sealed record ReadEntity(EntityClass Class, TypeLocations Places, ConfiguredCode? Configured,
    ImmutableArray<SyntaxTree> Around, bool IsGeneric)
{
    /// <summary>The classes to which it leads.</summary>
    public IEnumerable<string> Reached
    {
        get
        {
            if (Class.Base is { } parent) yield return parent;
            foreach (var member in Class.Members) if (member.Class is { } reached) yield return reached;
        }
    }
}
