using System.Runtime.CompilerServices;

namespace SchemaSync.Cli.Tests;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path));

    public static string ReportSchema => Read("docs/json/schemasync-report.v1.schema.json");

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));
}
