using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SchemaSync.Model;

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
        var settings = context.AnalyzerConfigOptionsProvider.Select((o, _) => SettingsReader.Read(o.GlobalOptions)).WithTrackingName(Steps.Settings);
        var assembly = context.CompilationProvider.Select((c, _) => (Declared: TypeReader.Read(c.Assembly), Locations: LocationReader.Read(c.Assembly))).WithTrackingName(Steps.Assembly);
        var project = assembly.Select((a, _) => a.Declared).Combine(settings).Select((p, _) => new ProjectInput(p.Left, p.Right)).WithTrackingName(Steps.Project);
        var files = context.AdditionalTextsProvider
            .Where(f => f.Path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
            .Combine(settings)
            .Select((f, stop) => new SqlFile(SourcePaths.Relative(f.Left.Path, f.Right.ProjectDirectory), f.Left.GetText(stop)?.ToString() ?? ""))
            .Collect().Select((all, _) => new SqlFiles(all.ToEquatableArray())).WithTrackingName(Steps.Files);

        var found = new[]
        {
            Find(context, MetadataNames.OurTable, t => true),
            Find(context, MetadataNames.StandardTable, t => !Has(t, MetadataNames.OurTable)),
            Find(context, MetadataNames.OurView, t => !t.IsTable()),
        };
        var declared = found.Select(f => f.Select((t, _) => t.Declaration).WithTrackingName(Steps.Types)).ToList();
        var heads = declared
            .Select(d => d.Combine(project).Select((p, _) => BuildInput.HeadsOf(p.Left, p.Right)).WithTrackingName(Steps.Heads).Collect())
            .Aggregate(Join).Select((all, _) => new HeadDirectory(all.SelectMany(h => h.AsEnumerable()).ToEquatableArray())).WithTrackingName(Steps.Directory);
        var built = declared
            .Select(d => d.Combine(project).Combine(heads.Combine(files))
                .Select((p, _) => new BuildInput(p.Left.Left, p.Left.Right, p.Right.Left.Narrow(p.Left.Left), p.Right.Right.Narrow(p.Left.Left.Attributes))).WithTrackingName(Steps.Inputs)
                .Select((input, _) => input.Build()).WithTrackingName(Steps.Tables).Collect())
            .Append(project.Combine(files).Select((p, _) => ImmutableArray.Create(SchemaAssembler.BuildAssembly(p.Left, p.Right))))
            .Aggregate(Join).Select((all, _) => SchemaAssembler.Distinct(all)).WithTrackingName(Steps.Schema);
        var locations = found
            .Select(f => f.Select((t, _) => t.Locations).Collect())
            .Append(assembly.Select((a, _) => ImmutableArray.Create(a.Locations)))
            .Aggregate(Join).Select((all, _) => all.ToEquatableArray()).WithTrackingName(Steps.Places);

        EmitManifest(context, built);
        EmitLocations(context, built, locations, settings);
        EmitNames(context, built, settings);
    }

    private static IncrementalValuesProvider<FoundType> Find(IncrementalGeneratorInitializationContext context, string attribute, Func<INamedTypeSymbol, bool> wanted) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute,
            (node, _) => node is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax,
            (found, _) => found.TargetSymbol is INamedTypeSymbol type && wanted(type) ? new FoundType(TypeReader.Read(type), LocationReader.Read(type)) : null)
        .Where(t => t is not null).Select((t, _) => t!).WithTrackingName(Steps.Found);

    private static bool Has(INamedTypeSymbol type, string attribute) =>
        type.GetAttributes().Any(a => a.AttributeClass?.MetadataName() == attribute);

    private static IncrementalValueProvider<ImmutableArray<T>> Join<T>(IncrementalValueProvider<ImmutableArray<T>> left, IncrementalValueProvider<ImmutableArray<T>> right) =>
        left.Combine(right).Select((both, _) => both.Left.AddRange(both.Right));

    private static void EmitManifest(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<EquatableArray<BuiltType>>> built)
    {
        var manifest = built.Select((all, _) => ManifestEmitter.Emit(all)).WithTrackingName(Steps.Manifest);
        context.RegisterSourceOutput(manifest, (output, text) =>
        {
            if (text is not null) output.AddSource("SchemaSync.Manifest.g.cs", text);
        });
    }

    private static void EmitLocations(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<EquatableArray<BuiltType>>> built,
        IncrementalValueProvider<EquatableArray<EquatableArray<PlacedLocation>>> locations, IncrementalValueProvider<Settings> settings)
    {
        var places = built.Select((all, _) => all.SelectMany(t => t.SelectMany(b => b.Places)).ToEquatableArray()).WithTrackingName(Steps.Objects);
        var text = places.Combine(locations).Combine(settings)
            .Select((p, _) => p.Left.Left.IsEmpty ? null : LocationsEmitter.Emit(p.Left.Left, p.Left.Right.SelectMany(l => l.AsEnumerable()), p.Right.ProjectDirectory))
            .WithTrackingName(Steps.Locations);
        context.RegisterSourceOutput(text, (output, json) =>
        {
            if (json is not null) output.AddSource("SchemaSync.Locations.g.cs", CSharpText.Metadata(Manifest.LocationsKey, json));
        });
    }

    private static void EmitNames(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<EquatableArray<BuiltType>>> built, IncrementalValueProvider<Settings> settings)
    {
        var names = built.Select((all, _) => ManifestEmitter.Names(all)).WithTrackingName(Steps.Names);
        var isTaken = context.CompilationProvider.Combine(settings)
            .Select((p, _) => p.Left.GetTypeByMetadataName(p.Right.RootNamespace.Length == 0 ? "Schema" : p.Right.RootNamespace + ".Schema") is not null);
        context.RegisterSourceOutput(names.Combine(settings).Combine(isTaken), (output, p) =>
        {
            if (!p.Left.Left.IsEmpty) output.AddSource("SchemaSync.Names.g.cs", NamesEmitter.Emit(p.Left.Left, p.Left.Right.RootNamespace, p.Right ? "SchemaNames" : "Schema"));
        });
    }

    private sealed record FoundType(TypeDeclaration Declaration, EquatableArray<PlacedLocation> Locations);
}
