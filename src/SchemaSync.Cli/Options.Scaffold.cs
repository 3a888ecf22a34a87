using System.CommandLine;

namespace SchemaSync.Cli;

/// <summary>Options about C# that is written.</summary>
internal static partial class Options
{
    public static readonly Option<string?> OutputFolder = new("--output", "-o")
    {
        Description = "The folder to write into, in the project that shall declare the schema.",
        HelpName = "DIR",
    };
    public static readonly Option<string?> Namespace = new("--namespace")
    {
        Description = "The namespace of the classes (that of the folder when not given).",
        HelpName = "NAME",
    };
    public static readonly Option<ScaffoldNaming> Naming = new("--naming")
    {
        Description = "How classes and properties are called: Pascal (OrderLines for order_lines), Singular (OrderLine) or Keep.",
        HelpName = "HOW",
    };
    public static readonly Option<bool> NoNullable = new("--no-nullable")
    {
        Description = "Write for a project without nullable reference types.",
    };
    public static readonly Option<bool> OneFile = new("--one-file") { Description = "Write all classes into one file." };
    public static readonly Option<string[]> Include = new("--include")
    {
        Description = "Tables and views that are written, by name or pattern (sales_*); all when not given (repeatable).",
        HelpName = "PATTERN",
        DefaultValueFactory = _ => [],
    };
    public static readonly Option<string[]> Exclude = new("--exclude")
    {
        Description = "Tables and views that are not written, by name or pattern (repeatable).",
        HelpName = "PATTERN",
        DefaultValueFactory = _ => [],
    };
    public static readonly Option<bool> Force = new("--force")
    {
        Description = "Write over files that were edited since they were written.",
    };

    /// <summary>What the written C# looks like.</summary>
    public static readonly Option[] Scaffold = [OutputFolder, Namespace, Naming, NoNullable, OneFile, Include, Exclude, Force];
}
