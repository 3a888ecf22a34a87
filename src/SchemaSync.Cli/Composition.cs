using System.Reflection;

namespace SchemaSync.Cli;

/// <summary>What the command line knows of the outside.</summary>
internal static class Composition
{
    /// <summary>One line per database system.</summary>
    public static DatabaseAdapter[] Adapters { get; } =
    [
        new PostgreSqlAdapter(),
        new MySqlAdapter(),
        new MariaDbAdapter(),
        new SqliteAdapter(),
    ];

    /// <summary>One line per format.</summary>
    public static ReportFormat[] Formats { get; } =
    [
        new(ReportFormat.Default, "for people", c => new ConsoleReport(c.Terminal)),
        new("json", "versioned, docs/json", c => new JsonReport(c.Terminal, c.Verb)),
        new("html", "a page about tenants", c => new HtmlReport(c.Terminal)) { Verbs = ["tenants"] },
        new("msbuild", "canonical error lines", c => new MsBuildReport(c.Terminal, c.ProjectDirectory)),
    ];

    /// <summary>The version people see, without the commit.</summary>
    public static string Version { get; } =
        typeof(Composition).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "0.0.0";
}
