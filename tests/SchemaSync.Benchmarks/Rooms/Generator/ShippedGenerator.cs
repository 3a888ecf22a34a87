using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SchemaSync.Benchmarks;

/// <summary>Our generator, loaded as a compiler loads it: from its folder, with its own build of Model, on this process's Roslyn.</summary>
internal sealed class ShippedGenerator : AssemblyLoadContext
{
    private readonly string _folder;

    private ShippedGenerator(string folder) => _folder = folder;

    private static readonly Lazy<Assembly> Shipped = new(LoadAssembly);

    public static IIncrementalGenerator Load() => Create<IIncrementalGenerator>("SchemaSync.Generators.SchemaGenerator");

    public static DiagnosticAnalyzer Analyzer() => Create<DiagnosticAnalyzer>("SchemaSync.Generators.Analysis.SchemaAnalyzer");

    private static T Create<T>(string type) => (T)Activator.CreateInstance(Shipped.Value.GetType(type, throwOnError: true)!)!;

    private static Assembly LoadAssembly()
    {
        // Of the configuration this program was built in.
        var folder = Path.Combine(Repository.Root, "artifacts/bin/SchemaSync.Generators",
            Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)));
        return new ShippedGenerator(folder).LoadFromAssemblyPath(Path.Combine(folder, "SchemaSync.Generators.dll"));
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == "SchemaSync.Model" ? LoadFromAssemblyPath(Path.Combine(_folder, "SchemaSync.Model.dll")) : null;
}
