using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SchemaSync.Engine.Storage.Formats.Manifests;

namespace SchemaSync.Generators.Reading;

/// <summary>Reads what a referenced assembly declares: texts, with no symbol and nothing of Roslyn in them.</summary>
internal static class ReferenceReader
{
    // A reference to a file never changes, another build of that file is another reference: generator and analyzer read it once.
    private static readonly ConditionalWeakTable<MetadataReference, StrongBox<Referenced?>> Known = new();

    /// <summary>What a reference tells other compilers; null where that is nothing. Called once for each reference that changed.</summary>
    public static Referenced? Names(MetadataReference reference) =>
        reference is CompilationReference ? ReadNames(reference) : Known.GetValue(reference, static found => new(ReadNames(found))).Value;

    private static Referenced? ReadNames(MetadataReference reference)
    {
        var (assembly, values) = Read(reference, static key => key is NamesFormat.Key or BasesFormat.Key);
        if (values.Count == 0) return null;
        var names = Text(values, NamesFormat.Key) is { } text ? new ReferencedNames(assembly, text) : null;
        var bases = Text(values, BasesFormat.Key) is { } others ? new ReferencedBases(assembly, others) : null;
        return names is null && bases is null ? null : new(assembly, names, bases);
    }

    /// <summary>The model and the places of a reference, where it declares any.</summary>
    public static (string Model, string? Locations)? Model(MetadataReference reference)
    {
        var (_, values) = Read(reference, static key => key is Manifest.SnapshotKey or Manifest.LocationsKey);
        return Text(values, Manifest.SnapshotKey) is { } model ? (model, Text(values, Manifest.LocationsKey)) : null;
    }

    private static (string Assembly, List<KeyValuePair<string, string>> Values) Read(MetadataReference reference,
        Func<string, bool> isWanted)
    {
        try
        {
            return reference switch
            {
                PortableExecutableReference file when file.GetMetadata() is AssemblyMetadata metadata => Read(metadata, isWanted),
                // In an editor the other project is no file.
                CompilationReference { Compilation.Assembly: { } assembly } => (assembly.Name, Read(assembly, isWanted)),
                _ => ("", []),
            };
        }
        catch (Exception e) when (e is BadImageFormatException or System.IO.IOException)
        {
            // The compiler says it itself.
            return ("", []);
        }
    }

    private static (string, List<KeyValuePair<string, string>>) Read(AssemblyMetadata metadata, Func<string, bool> isWanted)
    {
        var reader = metadata.GetModules()[0].GetMetadataReader();
        return (reader.GetString(reader.GetAssemblyDefinition().Name), AssemblyAttributes.Read(reader, isWanted).ToList());
    }

    private static List<KeyValuePair<string, string>> Read(IAssemblySymbol assembly, Func<string, bool> isWanted)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.Name != "AssemblyMetadataAttribute") continue;
            if (attribute.ConstructorArguments is not [{ Value: string key }, { Value: string value }]) continue;
            if (isWanted(key)) values.Add(new(key, value));
        }

        return values;
    }

    private static string? Text(List<KeyValuePair<string, string>> values, string key) =>
        values.Where(v => v.Key == key).Select(v => v.Value).ToList() is { Count: > 0 } texts ? Manifest.Join(texts) : null;
}
