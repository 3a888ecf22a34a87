using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SchemaSync.EntityFramework.Tests;

/// <summary>Our generator and analyzer, loaded as a compiler loads them: from their folder, with a build of Model of their own.</summary>
internal sealed class ShippedGenerator : AssemblyLoadContext
{
    private static readonly Assembly Shipped = Load();
    private readonly string _folder;

    private ShippedGenerator(string folder) => _folder = folder;

    public static ISourceGenerator Generator => New<IIncrementalGenerator>("SchemaSync.Generators.SchemaGenerator").AsSourceGenerator();

    public static DiagnosticAnalyzer Analyzer => New<DiagnosticAnalyzer>("SchemaSync.Generators.Analysis.SchemaAnalyzer");

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == "SchemaSync.Model" ? LoadFromAssemblyPath(Path.Combine(_folder, "SchemaSync.Model.dll")) : null;

    private static T New<T>(string type) => (T)Activator.CreateInstance(Shipped.GetType(type, throwOnError: true)!)!;

    private static Assembly Load([CallerFilePath] string path = "")
    {
        // Of the configuration this assembly was built in.
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../artifacts/bin/SchemaSync.Generators",
            Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));
        return new ShippedGenerator(folder).LoadFromAssemblyPath(Path.Combine(folder, "SchemaSync.Generators.dll"));
    }
}
