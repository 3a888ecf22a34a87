namespace SchemaSync.Engine.Storage.Formats.Manifests;

/// <summary>
/// Reads the declaration out of a compiled assembly, and out of those that its schema is composed of. Only metadata is read: no code of
/// the user's runs.
/// </summary>
public static class ManifestReader
{
    internal const string NoDeclaration = "it was compiled without the generator, which runs in C# projects only, or declares no table";

    /// <summary>The declaration for one provider with the places in C#; its parts are beside the assembly.</summary>
    /// <inheritdoc cref="Read(string, string, PartSources)"/>
    public static SchemaTarget Read(string assemblyPath, string provider) => Read(assemblyPath, provider, PartSources.None);

    /// <summary>The declaration for one provider with the places in C#.</summary>
    /// <exception cref="SchemaSyncException">
    /// SSY0209: no such file, no .NET assembly, no manifest, or none for that provider. SSY0233: a later version compiled it.
    /// SSY0914, SSY0915: a part is there twice, or not at all. SSY0130, SSY0131, SSY0919: the parts do not fit together.
    /// </exception>
    public static SchemaTarget Read(string assemblyPath, string provider, PartSources sources)
    {
        return Compose(AssemblyContent.Read(assemblyPath), provider, sources, name => Find(name, assemblyPath, sources));
    }

    /// <summary>The declaration of an assembly and of its parts, however these are found.</summary>
    internal static SchemaTarget Compose(AssemblyContent root, string provider, PartSources sources, Func<string, AssemblyContent> find)
    {
        var parts = root.Parts.Where(p => p.Providers.Contains(provider, StringComparer.OrdinalIgnoreCase)).ToList();
        if (!root.HasModel && parts.Count == 0)
            throw Error(root.Path, NoDeclaration);
        var profile = ProviderProfile.Find(provider) ?? throw Error(root.Path, $"there is no provider {provider}");
        var own = new ComposedPart(root.Name, Model(root, profile, parts.Count == 0), root.Locations);
        var others = parts.Select(p => Part(find(p.Name), root.Name, profile, sources));
        var composed = SchemaComposition.Of([own, .. others], profile);
        return composed.Findings.IsEmpty
            ? SchemaTarget.Of(composed.Model, composed.Locations)
            : throw new SchemaSyncException(composed.Findings);
    }

    /// <summary>What tells one declaration from another before it is read: the texts
    /// of the assembly and of all copies of its parts.</summary>
    /// <exception cref="SchemaSyncException">SSY0209: no such file, no .NET assembly. SSY0233: a later version compiled it.</exception>
    public static Fingerprint ContentOf(string assemblyPath, string provider, PartSources sources)
    {
        var root = AssemblyContent.Read(assemblyPath);
        var others = root.Parts.SelectMany(p => sources.Find(p.Name, assemblyPath)).Select(AssemblyContent.Read);
        return Fingerprint.OfText(string.Join('\n', others.Prepend(root).Select(a => a.Declaration).Prepend(provider)));
    }

    internal static SchemaSyncException Error(string path, string reason, Exception? inner = null,
        string cure = "reference SchemaSync.Build and declare a class with [Table]") =>
        new([Diagnostic.Of(InspectionDiagnostics.NoManifest, path, reason, cure)], inner);

    private static AssemblyContent Find(string name, string target, PartSources sources)
    {
        var found = sources.Find(name, target).Select(AssemblyContent.Read).ToList();
        const string Nowhere = "neither among the references nor beside it";
        if (found.Count == 0) throw new SchemaSyncException(BuildDiagnostics.NoPart, Path.GetFileName(target), name, Nowhere);
        // Two copies of one build are one; of two builds nobody can say which is meant.
        if (found.Find(f => f.ModelText != found[0].ModelText) is { } other)
            throw new SchemaSyncException(BuildDiagnostics.TwoAssemblies, name, found[0].Path, other.Path);
        return found[0];
    }

    private static ComposedPart Part(AssemblyContent content, string root, ProviderProfile profile, PartSources sources)
    {
        var model = content.Models.FirstOrDefault(m => m.Providers.Contains(profile.Name));
        if (model is null && content.HasModel) throw Other(content, root, profile, sources);
        var locations = content.Locations.ToDictionary(l => l.Key, l => sources.Resolve(content.Name, l.Value));
        return new(content.Name, model ?? new(), locations) { Parts = content.Parts.Select(p => p.Name).ToEquatableArray() };
    }

    private static SchemaSyncException Other(AssemblyContent content, string root, ProviderProfile profile, PartSources sources)
    {
        var finding = Diagnostic.Of(ModelDiagnostics.OtherProvider, content.Name, Providers(content.Models), root, profile.Name);
        var first = content.Locations.Values.OrderBy(l => l.File, StringComparer.Ordinal).ThenBy(l => l.Line).FirstOrDefault();
        return new([finding, .. first is null ? [] : new[] { finding with { Location = sources.Resolve(content.Name, first) } }]);
    }

    private static SchemaModel Model(AssemblyContent root, ProviderProfile profile, bool isAlone)
    {
        var models = root.Models;
        if (models.FirstOrDefault(m => m.Providers.Contains(profile.Name)) is { } model) return model;
        if (!isAlone && !root.HasModel) return new();
        throw Error(root.Path, $"it declares nothing for {profile.Name}, only for {Providers(models)}");
    }

    internal static string Providers(EquatableArray<SchemaModel> models) => string.Join(", ", models.SelectMany(m => m.Providers));
}
