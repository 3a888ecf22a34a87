using System.Reflection.Metadata;

namespace SchemaSync.Engine.Storage.Formats.Manifests;

/// <summary>
/// The texts that <c>[AssemblyMetadata]</c> keeps in an assembly, out of its metadata alone: no code runs, no symbol is made. The
/// command line reads targets this way, and the generator references; the file is compiled into both.
/// </summary>
internal static class AssemblyAttributes
{
    private const string Attribute = "AssemblyMetadataAttribute", Space = "System.Reflection";

    /// <summary>The values of the keys that are asked for, in their order; what nobody asks for is not decoded.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Read(MetadataReader metadata, Func<string, bool> isWanted)
    {
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsAssemblyMetadata(metadata, attribute.Constructor)) continue;
            var blob = metadata.GetBlobReader(attribute.Value);
            // ECMA-335 II.23.3: a prolog of 1, then the two text arguments of the constructor.
            if (blob.Length < 4 || blob.ReadUInt16() != 1) continue;
            if (blob.ReadSerializedString() is not { } key || !isWanted(key)) continue;
            if (blob.ReadSerializedString() is { } value) yield return new(key, value);
        }
    }

    private static bool IsAssemblyMetadata(MetadataReader metadata, EntityHandle constructor)
    {
        if (constructor.Kind != HandleKind.MemberReference) return false;
        var parent = metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference) return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, Attribute) && metadata.StringComparer.Equals(type.Namespace, Space);
    }
}
