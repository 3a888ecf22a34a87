using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SchemaSync.Cli.EntityFramework;

/// <summary>For which .NET an assembly was compiled.</summary>
internal static class TargetFramework
{
    /// <summary>Such as <c>.NETCoreApp,Version=v10.0</c>; empty where the assembly does not say.</summary>
    /// <exception cref="SchemaSyncException">SSY0963: there is no such file, or it is no .NET assembly.</exception>
    public static string Of(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            var metadata = file.GetMetadataReader();
            return metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute)
                .Where(a => NameOf(metadata, a) == "TargetFrameworkAttribute").Select(a => Text(metadata, a)).FirstOrDefault() ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SchemaSyncException([Diagnostic.Of(BuildDiagnostics.CannotRunApplication, path, "there is no such file",
                "build the project, and name the assembly in its output folder")], e);
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException)
        {
            throw new SchemaSyncException([Diagnostic.Of(BuildDiagnostics.CannotRunApplication, path, "it is no .NET assembly",
                "name the .dll in the project's output folder")], e);
        }
    }

    private static string NameOf(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
            && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name) : "";

    private static string? Text(MetadataReader metadata, CustomAttribute attribute)
    {
        var value = metadata.GetBlobReader(attribute.Value);
        return value.ReadUInt16() == 1 ? value.ReadSerializedString() : null;
    }
}
