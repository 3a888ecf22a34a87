using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SchemaSync.Engine;

/// <summary>Reads the declaration out of a compiled assembly. Only metadata is read: no code of the user's runs.</summary>
public static class ManifestReader
{
    /// <summary>The declaration for one provider with the places in C#.</summary>
    /// <exception cref="SchemaSyncException">
    /// SSY0209: no such file, no .NET assembly, no manifest, or none for that provider. SSY0233: a later version compiled it.
    /// </exception>
    public static SchemaTarget Read(string assemblyPath, string provider)
    {
        var (snapshots, locations) = ReadMetadata(assemblyPath);
        if (snapshots.Count == 0) throw Error(assemblyPath, "it was compiled without the generator, which runs in C# projects only, or declares no table");
        try
        {
            var models = Manifest.Read(Manifest.Join(snapshots));
            var model = models.FirstOrDefault(m => m.Providers.Contains(provider, StringComparer.OrdinalIgnoreCase))
                ?? throw Error(assemblyPath, $"it declares nothing for {provider}, only for {string.Join(", ", models.SelectMany(m => m.Providers))}");
            return SchemaTarget.Of(model, locations.Count == 0 ? null : Manifest.ReadLocations(Manifest.Join(locations)));
        }
        catch (NewerFormatException e)
        {
            throw FileFault.Newer(assemblyPath, e);
        }
        catch (JsonFormatException e)
        {
            throw Error(assemblyPath, $"its manifest is damaged ({e.Message}); build it again", e);
        }
    }

    private static (List<string> Snapshots, List<string> Locations) ReadMetadata(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            using var image = new PEReader(stream);
            if (!image.HasMetadata) throw Error(path, "it is no .NET assembly");
            var metadata = image.GetMetadataReader();
            if (!metadata.IsAssembly) throw Error(path, "it is no .NET assembly");
            var values = Values(metadata).ToLookup(v => v.Key, v => v.Value);
            return ([.. values[Manifest.SnapshotKey]], [.. values[Manifest.LocationsKey]]);
        }
        catch (BadImageFormatException e)
        {
            throw Error(path, "it is no .NET assembly", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Error(path, FileFault.Of(e), e);
        }
    }

    private static IEnumerable<(string Key, string Value)> Values(MetadataReader metadata)
    {
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsAssemblyMetadata(metadata, attribute.Constructor)) continue;
            var blob = metadata.GetBlobReader(attribute.Value);
            // ECMA-335 II.23.3: a prolog of 1, then the two text arguments of the constructor.
            if (blob.Length < 4 || blob.ReadUInt16() != 1) continue;
            if (blob.ReadSerializedString() is { } key && blob.ReadSerializedString() is { } value) yield return (key, value);
        }
    }

    private static bool IsAssemblyMetadata(MetadataReader metadata, EntityHandle constructor)
    {
        if (constructor.Kind != HandleKind.MemberReference) return false;
        var parent = metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference) return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, "AssemblyMetadataAttribute") && metadata.StringComparer.Equals(type.Namespace, "System.Reflection");
    }

    private static SchemaSyncException Error(string path, string reason, Exception? inner = null) =>
        new([Diagnostic.Of(InspectionDiagnostics.NoManifest, path, reason)], inner);
}
