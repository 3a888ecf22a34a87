using System.Reflection;
using System.Reflection.Emit;

namespace SchemaSync.Engine.Tests;

/// <summary>Assemblies with texts in their metadata, as a compiler writes them.</summary>
internal static class AssemblyBuilding
{
    public static string Save(string path, params (string Key, string Value)[] metadata)
    {
        var constructor = typeof(AssemblyMetadataAttribute).GetConstructors().Single();
        var name = Path.GetFileNameWithoutExtension(path);
        var builder = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly,
            metadata.Select(m => new CustomAttributeBuilder(constructor, [m.Key, m.Value])));
        builder.DefineDynamicModule(name);
        builder.Save(path);
        return path;
    }
}
