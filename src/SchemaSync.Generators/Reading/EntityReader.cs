using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Generators.Reading;

/// <summary>
/// Finds what Entity Framework would find: the contexts of a project, their sets, and every class that can be reached from one of those.
/// Classes may be of any assembly: what this is about is in their metadata.
/// </summary>
internal sealed class EntityReader
{
    private const string EfCore = "Microsoft.EntityFrameworkCore";

    // As Entity Framework calls a class: Box<int>, with no namespace and no outer class.
    private static readonly SymbolDisplayFormat Short = new(genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    // Asked after each edit: only trees that are new are looked through.
    private static readonly ConditionalWeakTable<SyntaxTree, List<TypeDeclarationSyntax>> Known = new();

    private readonly Dictionary<string, INamedTypeSymbol> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityClass> _read = new(StringComparer.Ordinal);
    private readonly List<EntitySet> _sets = [];
    private readonly List<ConfiguredContext> _configured = [];
    private readonly IAssemblySymbol _home;

    private EntityReader(IAssemblySymbol home) => _home = home;

    /// <summary>The classes, and where each is declared.</summary>
    public static (EntityDeclarations Declared, EquatableArray<TypeLocations> Places) Read(Compilation compilation, CancellationToken stop)
    {
        var reader = new EntityReader(compilation.Assembly);
        var configurations = new List<EntityConfiguration>();
        foreach (var type in Candidates(compilation, stop))
        {
            if (TypeReader.Chain(type).Any(IsContext)) reader.AddContext(type);
            else if (type.IsTable()) reader.Reach(type);
            else if (EntityConfiguration.Of(type) is { } configuration) configurations.Add(configuration);
        }

        stop.ThrowIfCancellationRequested();
        reader.ReadAll(stop);
        var unknown = EntityConfiguration.Apply(configurations, reader._read);
        var classes = reader._read.Values.OrderBy(c => c.FullName, StringComparer.Ordinal).ToEquatableArray();
        var places = classes.Select(c => new TypeLocations(
            reader._classes[c.FullName].MetadataName(), LocationReader.ReadOwn(reader._classes[c.FullName])))
            .Concat(configurations.Select(c => new TypeLocations(c.Name, LocationReader.ReadOwn(c.Symbol)))).ToEquatableArray();
        return (new(classes, reader._sets.Distinct().ToEquatableArray(), reader._configured.Distinct().ToEquatableArray())
            { Unknown = unknown }, places);
    }

    private static IEnumerable<INamedTypeSymbol> Candidates(Compilation compilation, CancellationToken stop)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            stop.ThrowIfCancellationRequested();
            var types = Known.GetValue(tree,
                static t => t.GetRoot() is CompilationUnitSyntax unit ? Candidates(unit.Members).ToList() : []);
            if (types.Count == 0) continue;
            var model = compilation.GetSemanticModel(tree);
            foreach (var type in types) if (model.GetDeclaredSymbol(type, stop) is INamedTypeSymbol symbol) yield return symbol;
        }
    }

    // What has neither a base nor an attribute is neither a context nor says that it is a table.
    private static IEnumerable<TypeDeclarationSyntax> Candidates(IEnumerable<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            if (member is TypeDeclarationSyntax type && (type.BaseList is not null || type.AttributeLists.Count > 0)) yield return type;
            var inner = member switch { BaseNamespaceDeclarationSyntax space => space.Members,
                TypeDeclarationSyntax outer => outer.Members, _ => default };
            foreach (var found in inner.Count == 0 ? [] : Candidates(inner)) yield return found;
        }
    }

    private static bool IsContext(INamedTypeSymbol type) => type.Name == "DbContext" && type.MetadataName() == EfCore + ".DbContext";

    private void AddContext(INamedTypeSymbol context)
    {
        foreach (var type in TypeReader.Chain(context).Where(t => !IsContext(t)))
        {
            var name = type.MetadataName();
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(p => !p.IsStatic))
            {
                if (property.Type is not INamedTypeSymbol { Name: "DbSet", TypeArguments: [INamedTypeSymbol entity] } set
                    || set.ContainingNamespace.ToDisplayString() != EfCore) continue;
                Reach(entity);
                _sets.Add(new(property.Name, Key(entity), Place.OfMember(name, property.Name)));
            }

            foreach (var method in new[] { "OnModelCreating", "ConfigureConventions" })
                if (type.GetMembers(method).Any(m => m.IsOverride && Configures(m)))
                    _configured.Add(new($"{method} of {type.Name}", Place.OfMember(name, method)));
        }
    }

    // One that only calls its base configures nothing of its own.
    private static bool Configures(ISymbol method) => method.DeclaringSyntaxReferences.IsEmpty
        || method.DeclaringSyntaxReferences[0].GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Any(i => i.Expression is not MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax });

    private void ReadAll(CancellationToken stop)
    {
        // Reading a class reaches others.
        while (_classes.Count > _read.Count)
        {
            foreach (var (name, type) in _classes.Where(c => !_read.ContainsKey(c.Key)).Select(c => (c.Key, c.Value)).ToList())
            {
                stop.ThrowIfCancellationRequested();
                _read.Add(name, Read(type, name, type.MetadataName()));
            }
        }
    }

    private EntityClass Read(INamedTypeSymbol type, string fullName, string name)
    {
        if (type.GetAttributes().Any(a => a.AttributeClass?.Name == "EntityTypeConfigurationAttribute"))
            _configured.Add(new($"[EntityTypeConfiguration] of {type.Name}", Place.OfType(name)));
        return ReadClass(type, fullName, name);
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
        Members = TypeReader.Properties(type).Where(p => !(p.Type is INamedTypeSymbol named && TypeReader.Chain(named).Any(IsContext)))
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
        var declared = TypeReader.Read(property, type, _home);
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
        if (element is not null && ClrTypes.Read(element, element.NullableAnnotation, _home) is { Logical: { } logical, IsArray: false })
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

    // Classes of people, and structs that are said to be a part of one.
    private bool Reach(INamedTypeSymbol type)
    {
        var isClass = type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, IsStatic: false }
            || (type.TypeKind == TypeKind.Struct && type.GetAttributes().Any(a => a.AttributeClass?.Name == "ComplexTypeAttribute"));
        if (!isClass || IsOfTheFramework(type.ContainingNamespace)) return false;
        _classes[Key(type)] = type;
        return true;
    }

    // What a class of a generic one is depends on what it is made of.
    private static string Key(INamedTypeSymbol type) =>
        type.IsGenericType ? $"{type.MetadataName()}[{string.Join(",", type.TypeArguments.Select(a => a.ToDisplayString()))}]"
            : type.MetadataName();

    private static bool IsOfTheFramework(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space is { Name: "System" };
    }
}
