using System.CommandLine;
using System.Reflection;
using SchemaSync.Cli;
using SchemaSync.Cli.Verbs;

var secrets = new Secrets();
foreach (var argument in args) secrets.Learn(argument);
var terminal = new Terminal(secrets);
var parsed = CommandLine.Root(terminal, new AdapterRegistry(Program.Adapters)).Parse(args, CommandLine.Parsing);
return parsed.Errors.Count > 0 && !CommandLine.AsksForHelp(args)
    ? CommandLine.Refuse(parsed, terminal)
    : await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);

/// <summary>The composition: what the command line knows of the outside.</summary>
internal static partial class Program
{
    /// <summary>One line per provider.</summary>
    public static DatabaseAdapter[] Adapters => [];

    /// <summary>The version people see, without the commit.</summary>
    public static string Version { get; } =
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
