using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Generators.Reading;

/// <summary>What was read of a project, and of which files.</summary>
internal sealed class ReadingState
{
    private static readonly HashSet<string> Names = new(AttributeKind.All.Select(k => k.Name), StringComparer.Ordinal);
    private readonly CompilationOptions _options;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly string? _assembly;

    private ReadingState(Compilation compilation, ImmutableArray<SyntaxTree> trees, IReadOnlyList<ReadType> types, EntityState? entities,
        (AssemblyDeclaration Declared, EquatableArray<PlacedLocation> Places) assembly)
    {
        _options = compilation.Options;
        _references = compilation.ExternalReferences;
        _assembly = compilation.AssemblyName;
        Trees = trees;
        Types = types;
        Entities = entities;
        Reading = new()
        {
            Assembly = assembly.Declared,
            AssemblyPlaces = assembly.Places,
            Types = types.Select(t => t.Reading).ToEquatableArray(),
            Bases = types.Select(t => t.Reading.Base).OfType<BaseDeclaration>()
                .OrderBy(b => b.FullName, StringComparer.Ordinal).ToEquatableArray(),
            Entities = entities?.Declared ?? EntityDeclarations.None,
            EntityPlaces = entities?.Places ?? default,
        };
    }

    /// <summary>Every file but those that we write.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    public IReadOnlyList<ReadType> Types { get; }

    public ProjectReading Reading { get; }

    /// <summary>Null where the assembly does not ask for them.</summary>
    public EntityState? Entities { get; }

    /// <summary>Everything read anew.</summary>
    public static ReadingState Of(Compilation compilation, ImmutableArray<SyntaxTree> trees, CancellationToken stop)
    {
        var types = ReadTypes(compilation, trees, trees, stop).ToList();
        var assembly = ReadAssembly(compilation, stop);
        return new(compilation, trees, types,
            assembly.Declared.IsOfEntityFramework ? EntityState.Of(compilation, trees, stop) : null, assembly);
    }

    /// <summary>The state after an edit; null where that gave everything another meaning.</summary>
    /// <param name="touched">The files whose declarations may mean something else, and those that are gone.</param>
    public ReadingState? After(Compilation compilation, ImmutableArray<SyntaxTree> trees, IReadOnlyList<ReadType> types,
        HashSet<SyntaxTree> touched, CancellationToken stop)
    {
        var assembly = touched.Any(t => TreeFacts.Of(t, stop).HasAssemblyAttributes)
            ? ReadAssembly(compilation, stop) : (Declared: Reading.Assembly, Places: Reading.AssemblyPlaces);
        // What stands on the assembly may be about every class.
        if (!assembly.Declared.Equals(Reading.Assembly)) return null;
        var entities = Entities?.After(compilation, trees, touched, stop);
        return entities is null && Entities is not null ? null : new(compilation, trees, types, entities, assembly);
    }

    /// <summary>Whether nothing but files differs.</summary>
    public bool Fits(Compilation compilation) =>
        _assembly == compilation.AssemblyName && _options.Equals(compilation.Options)
        && _references.SequenceEqual(compilation.ExternalReferences);

    /// <summary>What some of the files declare, each type once.</summary>
    public static IEnumerable<ReadType> ReadTypes(Compilation compilation, ImmutableArray<SyntaxTree> all,
        IEnumerable<SyntaxTree> wanted, CancellationToken stop)
    {
        var everywhere = new HashSet<string>(
            all.SelectMany(t => TreeFacts.Of(t, stop).Aliases).Where(a => a.IsGlobal).Select(a => WrittenNames.Of(a.Name)),
            StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in wanted)
        {
            stop.ThrowIfCancellationRequested();
            var facts = TreeFacts.Of(tree, stop);
            if (facts.Types.Count == 0) continue;
            var aliases = new HashSet<string>(facts.Aliases.Select(a => WrittenNames.Of(a.Name)), StringComparer.Ordinal);
            SemanticModel? model = null;
            foreach (var node in facts.Types)
            {
                if (!MayMatter(node, aliases, everywhere)) continue;
                model ??= compilation.GetSemanticModel(tree);
                if (model.GetDeclaredSymbol(node, stop) is not INamedTypeSymbol type) continue;
                if (TypeReading.Of(type) is { } reading && seen.Add(reading.FullName)) yield return new(reading, tree, Around(type));
            }
        }
    }

    private static (AssemblyDeclaration Declared, EquatableArray<PlacedLocation> Places) ReadAssembly(Compilation compilation,
        CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return (TypeReader.Read(compilation.Assembly), LocationReader.Read(compilation.Assembly));
    }

    private static bool MayMatter(BaseTypeDeclarationSyntax node, HashSet<string> aliases, HashSet<string> everywhere)
    {
        foreach (var list in node.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                var name = WrittenNames.Of(attribute);
                if (Names.Contains(name) || aliases.Contains(name) || everywhere.Contains(name)) return true;
            }
        }

        return BaseReader.MayBe(node);
    }

    // Columns of its bases are its own: where one of them stands may move, and then so do these.
    private static ImmutableArray<SyntaxTree> Around(INamedTypeSymbol type) =>
        TypeReader.Chain(type).SelectMany(t => t.DeclaringSyntaxReferences).Select(r => r.SyntaxTree).Distinct().ToImmutableArray();
}

/// <summary>A type that was read.</summary>
/// <param name="Reading">What was read of it.</param>
/// <param name="Home">The file in which it was found.</param>
/// <param name="Around">The files in which it and its bases stand.</param>
internal sealed record ReadType(TypeReading Reading, SyntaxTree Home, ImmutableArray<SyntaxTree> Around);
