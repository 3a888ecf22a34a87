using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Benchmarks;

/// <summary>Our generator, loaded as a compiler loads it: from its folder, with its own build of Model, on this process's Roslyn.</summary>
internal sealed class ShippedGenerator : AssemblyLoadContext
{
    private readonly string _folder;

    private ShippedGenerator(string folder) => _folder = folder;

    public static IIncrementalGenerator Load()
    {
        // Of the configuration this program was built in.
        var folder = Path.Combine(Repository.Root, "artifacts/bin/SchemaSync.Generators",
            Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)));
        var assembly = new ShippedGenerator(folder).LoadFromAssemblyPath(Path.Combine(folder, "SchemaSync.Generators.dll"));
        return (IIncrementalGenerator)Activator.CreateInstance(assembly.GetType("SchemaSync.Generators.SchemaGenerator",
            throwOnError: true)!)!;
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == "SchemaSync.Model" ? LoadFromAssemblyPath(Path.Combine(_folder, "SchemaSync.Model.dll")) : null;
}
