using System.Reflection;

namespace SchemaSync.Cli;

/// <summary>What the command line knows of the outside.</summary>
internal static class Composition
{
    /// <summary>One line per provider.</summary>
    public static DatabaseAdapter[] Adapters { get; } = [new SqliteAdapter(), new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter()];

    /// <summary>The version people see, without the commit.</summary>
    public static string Version { get; } =
        typeof(Composition).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
