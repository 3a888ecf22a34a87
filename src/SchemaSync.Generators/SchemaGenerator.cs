using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Generators;

/// <summary>
/// Attributes → manifest, locations and names. Behind the first step nothing knows a symbol, a syntax node
/// or a line: a step runs again only when what was declared changed.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = context.AnalyzerConfigOptionsProvider.Select((o, _) => SettingsReader.Read(o.GlobalOptions))
            .WithTrackingName(Steps.Settings);
        var assembly = context.CompilationProvider
            .Select((c, _) => (Declared: TypeReader.Read(c.Assembly), Places: LocationReader.Read(c.Assembly)))
            .WithTrackingName(Steps.Assembly);
        var project = assembly.Select((a, _) => a.Declared).Combine(settings)
            .Select((p, _) => new ProjectInput(p.Left, p.Right)).WithTrackingName(Steps.Project);
        var foreign = ReferencedProjects(context, project);
        var found = new[]
        {
            Find(context, MetadataNames.OurTable, t => true),
            Find(context, MetadataNames.StandardTable, t => !Has(t, MetadataNames.OurTable)),
            Find(context, MetadataNames.OurView, t => !t.IsTable()),
            Find(context, MetadataNames.OurMaterializedView, t => !t.IsTable() && !Has(t, MetadataNames.OurView)),
            Find(context, MetadataNames.OurEnumType, t => t.TypeKind == TypeKind.Enum),
            Find(context, MetadataNames.OurCompositeType,
                t => !t.IsTable() && !Has(t, MetadataNames.OurView) && !Has(t, MetadataNames.OurMaterializedView)),
        };

        var parts = Parts(found, project, foreign, Files(context, settings));
        var locations = found
            .Select(f => f.Select((t, _) => new TypeLocations(t.Declaration.FullName, t.Places)).Collect())
            .Append(assembly.Select((a, _) => ImmutableArray.Create(new TypeLocations("", a.Places))))
            .Aggregate(Join).Select((all, _) => new LocationDirectory(all.ToEquatableArray())).WithTrackingName(Steps.Places);
        SchemaOutputs.Register(context, parts, locations, settings);
        SchemaOutputs.PartList(context, foreign);
        SchemaOutputs.Bases(context,
            context.CompilationProvider.Select((c, stop) => BaseReader.All(c, stop)).WithTrackingName(Steps.Bases));
    }

    // One step for each reference: whoever edits one project makes the others read that one again, and nothing more.
    private static IncrementalValueProvider<ForeignDirectory> ReferencedProjects(IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ProjectInput> project) =>
        context.MetadataReferencesProvider.Select((r, _) => ReferenceReader.Names(r)).WithTrackingName(Steps.References)
            .Where(r => r is not null).Select((r, _) => r!).Collect()
            .Combine(project).Select((p, _) => ForeignDirectory.Of(p.Left, p.Right)).WithTrackingName(Steps.Foreign);

    private static IncrementalValueProvider<SqlFiles> Files(IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<Settings> settings) =>
        context.AdditionalTextsProvider
            .Where(f => f.Path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
            .Combine(settings)
            .Select((f, stop) =>
                new SqlFile(SourcePaths.Relative(f.Left.Path, f.Right.ProjectDirectory), f.Left.GetText(stop)?.ToString() ?? ""))
            .Collect().Select((all, _) => new SqlFiles(all.ToEquatableArray())).WithTrackingName(Steps.Files);

    private static IncrementalValuesProvider<FoundType> Find(IncrementalGeneratorInitializationContext context, string attribute,
        Func<INamedTypeSymbol, bool> wanted) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute,
            (node, _) => node is BaseTypeDeclarationSyntax,
            (found, _) =>
                found.TargetSymbol is INamedTypeSymbol type && wanted(type)
                    ? new FoundType(TypeReader.Read(type), LocationReader.Read(type))
                    : null)
        .Where(t => t is not null).WithTrackingName(Steps.Found)!;

    private static IncrementalValuesProvider<ManifestPart> Parts(
        IReadOnlyList<IncrementalValuesProvider<FoundType>> found, IncrementalValueProvider<ProjectInput> project,
        IncrementalValueProvider<ForeignDirectory> foreign,
        IncrementalValueProvider<SqlFiles> files)
    {
        var declared = found.Select(f => f.Select((t, _) => t.Declaration).WithTrackingName(Steps.Types)
            .Combine(foreign.Combine(project))
            .Select((p, _) => ForeignTypes.Resolve(p.Left, p.Right.Left, p.Right.Right.Settings.Providers))
            .WithTrackingName(Steps.Resolved)).ToList();
        var heads = declared
            .Select(d => d.Combine(project).Select((p, _) => BuildInput.HeadsOf(p.Left, p.Right)).WithTrackingName(Steps.Heads).Collect())
            .Aggregate(Join).Combine(foreign)
            .Select((p, _) => new HeadDirectory(p.Left.SelectMany(h => h.AsEnumerable()).ToEquatableArray(), p.Right))
            .WithTrackingName(Steps.Directory);
        return declared
            .Select(d => d.Select((type, _) => (Type: type, References: References.Of(type))).Combine(project.Combine(heads).Combine(files))
                .Select((p, _) => Input(p.Left.Type, p.Left.References, p.Right.Left.Left, p.Right.Left.Right, p.Right.Right))
                .WithTrackingName(Steps.Inputs)
                .Select((input, _) => input.Build()).WithTrackingName(Steps.Tables).Collect())
            .Append(project.Combine(files).Select((p, _) => ImmutableArray.Create(SchemaAssembler.BuildAssembly(p.Left, p.Right))))
            .Aggregate(Join).Select((all, _) => SchemaAssembler.Distinct(all)).WithTrackingName(Steps.Schema)
            .SelectMany((all, _) => SchemaParts.Of(all)).WithTrackingName(Steps.Parts);
    }

    private static BuildInput Input(TypeDeclaration type, References references,
        ProjectInput project, HeadDirectory heads, SqlFiles files) =>
        new(type, project, heads.Narrow(references, project.Settings.Providers), files.Narrow(type));

    private static bool Has(INamedTypeSymbol type, string attribute) =>
        type.GetAttributes().Any(a => a.AttributeClass?.MetadataName() == attribute);

    private static IncrementalValueProvider<ImmutableArray<T>> Join<T>(IncrementalValueProvider<ImmutableArray<T>> left,
        IncrementalValueProvider<ImmutableArray<T>> right) =>
        left.Combine(right).Select((both, _) => both.Left.AddRange(both.Right));

    private sealed record FoundType(TypeDeclaration Declaration, EquatableArray<PlacedLocation> Places);
}
