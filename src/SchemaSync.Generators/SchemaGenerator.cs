using Microsoft.CodeAnalysis;

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
        var reading = context.CompilationProvider.Select((c, stop) => ProjectReader.Read(c, stop)).WithTrackingName(Steps.Reading);
        var assembly = reading.Select((r, _) => (Declared: r.Assembly, Places: r.AssemblyPlaces)).WithTrackingName(Steps.Assembly);
        var project = assembly.Select((a, _) => a.Declared).Combine(settings)
            .Select((p, _) => new ProjectInput(p.Left, p.Right)).WithTrackingName(Steps.Project);
        var foreign = ReferencedProjects(context, project);
        // Not each type and then those that declare something: a type that no longer does would take others out of the driver's order.
        var found = reading.SelectMany((r, _) => r.Types.Where(t => t.Declaration is not null)).WithTrackingName(Steps.Found);
        var entities = reading.Select((r, _) => (Declared: r.Entities, Places: r.EntityPlaces)).WithTrackingName(Steps.Entities);
        var tables = entities.Select((e, _) => e.Declared).Combine(project)
            .Select((p, _) => KnownTables.Of(p.Left, p.Right)).WithTrackingName(Steps.EntityTables);
        var types = found.Collect().Combine(tables)
            .SelectMany((p, _) => p.Right.Replacing(p.Left.Select(t => t.Declaration!))).WithTrackingName(Steps.Types);
        var parts = Parts(types, project, foreign, Files(context, settings));
        var locations = found.Select((t, _) => new TypeLocations(t.FullName, t.Places)).Collect().Combine(assembly)
            .Combine(tables.Combine(entities).Select((p, _) => EntityPlaces.Of(p.Left, p.Right.Places).ToEquatableArray()))
            .Select((p, _) => new LocationDirectory([.. p.Left.Left, new("", p.Left.Right.Places), .. p.Right]))
            .WithTrackingName(Steps.Places);
        SchemaOutputs.Register(context, parts, locations, settings);
        SchemaOutputs.PartList(context, foreign);
        SchemaOutputs.Bases(context, reading.Select((r, _) => r.Bases).WithTrackingName(Steps.Bases));
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

    private static IncrementalValuesProvider<ManifestPart> Parts(
        IncrementalValuesProvider<TypeDeclaration> types, IncrementalValueProvider<ProjectInput> project,
        IncrementalValueProvider<ForeignDirectory> foreign, IncrementalValueProvider<SqlFiles> files)
    {
        var declared = types
            .Combine(foreign.Combine(project))
            .Select((p, _) => ForeignTypes.Resolve(StoredTypes.Resolve(p.Left, p.Right.Right.Assembly), p.Right.Left,
                p.Right.Right.Settings.Providers))
            .WithTrackingName(Steps.Resolved);
        var heads = declared.Combine(project).Select((p, _) => BuildInput.HeadsOf(p.Left, p.Right)).WithTrackingName(Steps.Heads)
            .Collect().Combine(foreign)
            .Select((p, _) => new HeadDirectory(p.Left.SelectMany(h => h.AsEnumerable()).ToEquatableArray(), p.Right))
            .WithTrackingName(Steps.Directory);
        var built = declared.Select((type, _) => (Type: type, References: References.Of(type)))
            .Combine(project.Combine(heads).Combine(files))
            .Select((p, _) => Input(p.Left.Type, p.Left.References, p.Right.Left.Left, p.Right.Left.Right, p.Right.Right))
            .WithTrackingName(Steps.Inputs)
            .Select((input, _) => input.Build()).WithTrackingName(Steps.Tables).Collect();
        var assembly = project.Combine(files).Select((p, _) => SchemaAssembler.BuildAssembly(p.Left, p.Right));
        return built.Combine(assembly).Select((p, _) => SchemaAssembler.InOrder(p.Left, p.Right)).WithTrackingName(Steps.Schema)
            .SelectMany((all, _) => SchemaParts.Of(all)).WithTrackingName(Steps.Parts);
    }

    private static BuildInput Input(TypeDeclaration type, References references,
        ProjectInput project, HeadDirectory heads, SqlFiles files) =>
        new(type, project, heads.Narrow(references, project.Settings.Providers), files.Narrow(type));
}
