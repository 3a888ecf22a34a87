using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators;

/// <summary>The last steps: each part of the schema becomes three texts, each written only when it changed.</summary>
internal static class SchemaOutputs
{
    public static void Register(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ManifestPart> parts,
        IncrementalValueProvider<LocationDirectory> locations, IncrementalValueProvider<Settings> settings)
    {
        // No code of the user's can see these two: an editor need not write them on every key.
        WriteMetadata(context, "Manifest",
            parts.Select((part, _) => (part, ManifestEmitter.Emit(part.Types))).WithTrackingName(Steps.Manifest));
        // Code of another project can: its generator reads them in an editor too.
        Write(context, "Declared", parts.Select((part, _) => (part, DeclaredNamesEmitter.Emit(part.Types))).WithTrackingName(Steps.Others));
        Locations(context, parts, locations, settings);
        Names(context, parts, settings);
    }

    /// <summary>Which references belong to the schema.</summary>
    public static void PartList(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ForeignDirectory> foreign)
    {
        var text = foreign.Select((f, _) => DeclaredNamesEmitter.Emit(f.Parts)).WithTrackingName(Steps.PartList);
        context.RegisterImplementationSourceOutput(text, (output, list) => Add(output, ("SchemaSync.Parts.g.cs", list)));
    }

    /// <summary>Classes from which tables of other projects may take columns.</summary>
    public static void Bases(IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<BaseDeclaration>> bases)
    {
        var text = bases.Select((b, _) => DeclaredNamesEmitter.Emit(b)).WithTrackingName(Steps.BaseList);
        context.RegisterSourceOutput(text, (output, list) => Add(output, ("SchemaSync.Bases.g.cs", list)));
    }

    private static void Locations(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ManifestPart> parts,
        IncrementalValueProvider<LocationDirectory> locations, IncrementalValueProvider<Settings> settings)
    {
        var narrowed = parts.Combine(locations).Select((p, _) => (Part: p.Left, Places: p.Right.Of(p.Left)))
            .WithTrackingName(Steps.Objects);
        var texts = narrowed.Combine(settings)
            .Select((p, _) => (p.Left.Part, LocationsEmitter.Emit(p.Left.Part, p.Left.Places, p.Right.ProjectDirectory)))
            .WithTrackingName(Steps.Locations);
        WriteMetadata(context, "Locations", texts);
    }

    private static void Names(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ManifestPart> parts,
        IncrementalValueProvider<Settings> settings)
    {
        var home = context.CompilationProvider.Combine(settings).Select((p, _) => NamesHome.Of(p.Left, p.Right));
        var classes = parts.Select((part, _) => NamesEmitter.Tables(part)).Collect()
            .Combine(home).Select((p, _) => NamesEmitter.Classes(p.Left.SelectMany(t => t.AsEnumerable()), p.Right.Class));
        var texts = parts.Combine(classes.Combine(home).Combine(settings))
            .Select((p, _) => (p.Left, NamesEmitter.Emit(p.Left, p.Right.Left.Left, p.Right.Left.Right, p.Right.Right.Names)))
            .WithTrackingName(Steps.Names);
        Write(context, "Names", texts);
    }

    private static void Write(IncrementalGeneratorInitializationContext context, string stem,
        IncrementalValuesProvider<(ManifestPart Part, string? Text)> texts) =>
        context.RegisterSourceOutput(Files(stem, texts), Add);

    private static void WriteMetadata(IncrementalGeneratorInitializationContext context, string stem,
        IncrementalValuesProvider<(ManifestPart Part, string? Text)> texts) =>
        context.RegisterImplementationSourceOutput(Files(stem, texts), Add);

    private static IncrementalValuesProvider<(string Name, string? Text)> Files(string stem,
        IncrementalValuesProvider<(ManifestPart Part, string? Text)> texts) =>
        texts.Select((t, _) => (t.Part.FileName(stem), t.Text));

    private static void Add(SourceProductionContext output, (string Name, string? Text) file)
    {
        if (file.Text is not null) output.AddSource(file.Name, file.Text);
    }
}
