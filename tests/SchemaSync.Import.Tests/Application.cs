using SchemaSync.Cli.Tests;
using SchemaSync.Tasks.Tests;

namespace SchemaSync.Import.Tests;

/// <summary>The applications of <c>tests/EntityFramework</c>, as they were built.</summary>
internal static class Application
{
    /// <summary>A library with contexts and factories for some of them.</summary>
    public static string Library => Built("EfShop");

    /// <summary>A web application that registers one of the contexts.</summary>
    public static string Web => Built("EfShopWeb");

    /// <summary>An application without EF Core's design package.</summary>
    public static string Bare => Built("EfBare");

    /// <summary>An application with an older EF Core.</summary>
    public static string MySql => Built("EfMySql");

    /// <summary>Imports a context of the library into a file.</summary>
    public static string Import(this Tool tool, string context, string provider, params string[] options)
    {
        var file = tool.File($"{context}.json");
        tool.Ends(0, ["import", "--ef-assembly", Library, "--context", context, "--provider", provider, "--output", file, .. options]);
        return file;
    }

    /// <summary>Has EF Core itself do something with a database.</summary>
    /// <param name="program">The application.</param>
    /// <param name="verb"><c>create</c> its tables, <c>migrate</c>, or <c>try</c>: write and read.</param>
    /// <param name="context">Which context.</param>
    /// <param name="connection">Where.</param>
    /// <param name="environment">What the application finds in its environment.</param>
    public static void Exercise(string program, string verb, string context, string connection,
        params (string Name, string Value)[] environment) =>
        Run.Program("dotnet", Path.GetTempPath(), ["exec", program, verb, context, connection], environment).Succeeded();

    private static string Built(string name)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, name, here.Name, $"{name}.dll");
    }
}
