using System.Reflection;

namespace SchemaSync.Engine.Storage.Formats.Manifests;

/// <summary>The declaration of a loaded assembly; its parts are loaded as the program's own references are.</summary>
internal static class LoadedManifest
{
    /// <inheritdoc cref="SchemaTarget.From(Assembly, string?)"/>
    public static SchemaTarget Read(Assembly assembly, string? provider)
    {
        var root = AssemblyContent.Of(assembly);
        if (provider is null && Alone(root) is { } alone) return alone;
        return ManifestReader.Compose(root, provider ?? Only(root), PartSources.None, name => Part(root.Name, name));
    }

    // One declaration for several providers is told apart by whoever runs it.
    private static SchemaTarget? Alone(AssemblyContent root) =>
        root.Parts.IsEmpty && root.Models is [var model] ? SchemaTarget.Of(model, root.Locations) : null;

    private static string Only(AssemblyContent root)
    {
        var providers = root.Models.SelectMany(m => m.Providers).Concat(root.Parts.SelectMany(p => p.Providers))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return providers switch
        {
            [] => throw ManifestReader.Error(root.Path, ManifestReader.NoDeclaration),
            [var only] => only,
            _ => throw ManifestReader.Error(root.Path, $"it holds one for each of {string.Join(", ", providers)}",
                cure: "say for which provider it is meant"),
        };
    }

    private static AssemblyContent Part(string root, string name)
    {
        try
        {
            return AssemblyContent.Of(Assembly.Load(new AssemblyName(name)));
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            throw new SchemaSyncException([Diagnostic.Of(LibraryDiagnostics.PartNotLoaded, root, name)], e);
        }
    }
}
