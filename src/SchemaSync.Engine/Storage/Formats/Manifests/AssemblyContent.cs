using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SchemaSync.Engine.Storage.Formats.Manifests;

/// <summary>What the generator put into one assembly, as texts.</summary>
internal sealed class AssemblyContent
{
    private readonly ILookup<string, string> _values;

    private AssemblyContent(string path, string name, ILookup<string, string> values) => (Path, Name, _values) = (path, name, values);

    /// <summary>The file; the name alone where it is loaded.</summary>
    public string Path { get; }

    /// <summary>The assembly's simple name.</summary>
    public string Name { get; }

    /// <summary>Whether it declares objects of its own.</summary>
    public bool HasModel => _values[Manifest.SnapshotKey].Any();

    /// <summary>Its own model as text, to compare with another's.</summary>
    public string ModelText => Text(Manifest.SnapshotKey) ?? "";

    /// <summary>All that a declaration is read from; places in C# are none of it.</summary>
    public string Declaration => string.Join('\n', [Name, ModelText, Text(PartList.Key) ?? ""]);

    /// <summary>What its schema is composed of beside its own.</summary>
    public EquatableArray<PartReference> Parts => Whole(() => Text(PartList.Key) is { } text ? PartList.Read(text) : default);

    /// <summary>Reads a file.</summary>
    /// <exception cref="SchemaSyncException">SSY0209: no such file, no .NET assembly.</exception>
    public static AssemblyContent Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            using var image = new PEReader(stream);
            if (!image.HasMetadata) throw ManifestReader.Error(path, "it is no .NET assembly");
            var metadata = image.GetMetadataReader();
            if (!metadata.IsAssembly) throw ManifestReader.Error(path, "it is no .NET assembly");
            var name = metadata.GetString(metadata.GetAssemblyDefinition().Name);
            return new(path, name,
                AssemblyAttributes.Read(metadata, key => key.StartsWith("SchemaSync.", StringComparison.Ordinal))
                    .ToLookup(v => v.Key, v => v.Value));
        }
        catch (BadImageFormatException e)
        {
            throw ManifestReader.Error(path, "it is no .NET assembly", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ManifestReader.Error(path, FileFault.Of(e), e, FileFault.Cure(e, "build the project that makes it"));
        }
    }

    /// <summary>The same of an assembly that is loaded, which may have no file.</summary>
    public static AssemblyContent Of(Assembly assembly)
    {
        var name = assembly.GetName().Name ?? "";
        return new(name, name, assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(a => a.Key.StartsWith("SchemaSync.", StringComparison.Ordinal)).ToLookup(a => a.Key, a => a.Value ?? ""));
    }

    /// <summary>Its own models, one for each group of providers that share it.</summary>
    public EquatableArray<SchemaModel> Models => Whole(() => Text(Manifest.SnapshotKey) is { } text ? Manifest.Read(text) : default);

    /// <summary>Where its objects are declared, relative to its project.</summary>
    public IReadOnlyDictionary<ObjectId, SourceLocation> Locations =>
        Whole(() => Text(Manifest.LocationsKey) is { } text ? Manifest.ReadLocations(text) : new Dictionary<ObjectId, SourceLocation>());

    private string? Text(string key) => _values[key].ToList() is { Count: > 0 } values ? Manifest.Join(values) : null;

    private T Whole<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (NewerFormatException e)
        {
            throw FileFault.Newer(Path, e);
        }
        catch (JsonFormatException e)
        {
            throw ManifestReader.Error(Path, $"its manifest is damaged ({e.Message}); build it again", e);
        }
    }
}
