using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Analysis;

/// <summary>Everything wrong with a project's declarations, by the type it stands on.</summary>
internal sealed class ProjectAnalysis
{
    private readonly Dictionary<string, List<Finding>> _byType;

    private ProjectAnalysis(IEnumerable<Finding> findings)
    {
        // A mistake that every provider would make is one mistake.
        var all = findings.Distinct().ToLookup(f => f.Elsewhere is null);
        _byType = all[true].GroupBy(f => f.Place.Type).ToDictionary(g => g.Key, g => g.ToList());
        Elsewhere = all[false].ToList();
    }

    /// <summary>What stands on no symbol of this project.</summary>
    public IReadOnlyList<Finding> Elsewhere { get; }

    public IReadOnlyList<Finding> Of(string type) => _byType.TryGetValue(type, out var findings) ? findings : [];

    public static ProjectAnalysis Of(Compilation compilation, Settings settings, ImmutableArray<AdditionalText> texts)
    {
        var project = new ProjectInput(TypeReader.Read(compilation.Assembly), settings);
        var types = SourceTypes(compilation.Assembly.GlobalNamespace).ToList();
        var references = ReferencedSchema.Of(compilation, project);
        var declared = types.Where(IsDeclared)
            .Select(t => ForeignTypes.Resolve(TypeReader.Read(t), references.Directory, settings.Providers)).ToList();
        var heads = new HeadDirectory(declared.SelectMany(d => BuildInput.HeadsOf(d, project).AsEnumerable()).ToEquatableArray(),
            references.Directory);
        var files = new SqlFiles(texts
            .Where(t => t.Path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
            .Select(t => new SqlFile(SourcePaths.Relative(t.Path, settings.ProjectDirectory), t.GetText()?.ToString() ?? ""))
            .ToEquatableArray());

        var findings = types.Where(t => !IsDeclared(t) && !t.IsAbstract).SelectMany(Stray).ToList();
        findings.AddRange(types.Where(t => !IsDeclared(t)).SelectMany(Derived));
        findings.AddRange(declared.SelectMany(StandardParts.Check));
        findings.AddRange(declared.SelectMany(PlacementChecks.Of));
        findings.AddRange(CompositionChecks.LeftOut(project, references));
        foreach (var provider in settings.Providers)
        {
            var context = new BuildContext(ProviderProfile.Find(provider)!, project.Assembly, settings, heads, files);
            var schema = DeclaredSchema.Build(declared, context);
            SchemaChecks.Run(schema, references);
            new CompositionChecks(schema, references, compilation.Assembly.Name).Run();
            findings.AddRange(context.Findings);
        }

        return new(findings);
    }

    private static bool IsDeclared(INamedTypeSymbol type) =>
        type.GetAttributes()
            .Any(a => a.AttributeClass is { Name: "TableAttribute" or "ViewAttribute" or "MaterializedViewAttribute"
                or "EnumTypeAttribute" or "CompositeTypeAttribute" } found
            && found.MetadataName() is MetadataNames.OurTable or MetadataNames.StandardTable
                or MetadataNames.OurView or MetadataNames.OurMaterializedView
                or MetadataNames.OurEnumType or MetadataNames.OurCompositeType);

    private static IEnumerable<Finding> Stray(INamedTypeSymbol type) =>
        PlacementChecks.OfStray(type.Name, AttributeReader.Read(type, type.MetadataName(), ""));

    // A view of a table's rows for people is often made from its class: what says that it is not stored is believed.
    private static IEnumerable<Finding> Derived(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || type.BaseType is not { SpecialType: SpecialType.None }) return [];
        var chain = TypeReader.Chain(type);
        var table = chain.FindLastIndex(t => t.IsTable());
        if (table < 0 || StandardAttributes.IsNotMapped(type)) return [];
        var added = chain.Skip(table + 1).SelectMany(TypeReader.Properties)
            .Where(p => !p.IsOverride && TypeReader.HoldsValue(p) && !IsIgnored(p)).Select(p => p.Name).Distinct();
        return PassedOverChecks.OfDerived(type.MetadataName(), type.Name, chain[table].Name, [.. added]);
    }

    private static bool IsIgnored(IPropertySymbol property) =>
        AttributeReader.Read(property, "", property.Name).Has(AttributeKind.Ignore);

    private static IEnumerable<INamedTypeSymbol> SourceTypes(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Enum } type) yield return type;
            if (member is not INamespaceOrTypeSymbol inner) continue;
            foreach (var nested in SourceTypes(inner)) yield return nested;
        }
    }
}
