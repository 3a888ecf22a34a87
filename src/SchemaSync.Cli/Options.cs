using System.CommandLine;
using System.CommandLine.Parsing;

namespace SchemaSync.Cli;

/// <summary>Every option there is; verbs pick theirs. Those about many tenants are in Options.Tenants.cs.</summary>
internal static partial class Options
{
    public const string DefaultVariable = "SCHEMASYNC_CONNECTION";

    public static readonly Option<string?> Provider = new("--provider")
    {
        Description = $"The database system: {ReportFormat.Words(Composition.Adapters.Select(a => a.Provider))}.",
        HelpName = "NAME",
    };
    public static readonly Option<string?> Connection = new("--connection")
    {
        Description = "The connection string; without secrets, because other users of the machine can see it.",
        HelpName = "STRING",
    };
    public static readonly Option<string?> ConnectionVariable = new("--connection-variable")
    {
        Description = $"The environment variable that holds the connection string; {DefaultVariable} when neither is given.",
        HelpName = "NAME",
    };
    public static readonly Option<string[]> Schema = new("--schema")
    {
        Description =
            "The tenant's own schema, or database where schemas are databases; given again, further ones that are read, by name or "
                + "pattern (sales_*).", HelpName = "NAME", DefaultValueFactory = _ => [],
    };
    public static readonly Option<LedgerPlace> Ledger = new("--ledger")
    {
        Description = "Where a ledger begins that is not there yet: Own, beside the tenant's objects, or Shared, with those of the other "
            + "schemas of its database (Shared for many schemas of one database, else Own, when not given).",
        HelpName = "PLACE",
        DefaultValueFactory = _ => LedgerPlace.Usual,
    };
    public static readonly Option<string?> Role = new("--role")
    {
        Description = "The role that statements of a plan run as, confined to the tenant's schema ('{tenant}_owner'), where the system has "
            + "such.",
        HelpName = "NAME",
    };
    public static readonly Option<string?> Target = new("--target")
    {
        Description = "Where the database is meant to go: an assembly, a snapshot file or a connection string.",
        HelpName = "SOURCE",
    };
    public static readonly Option<string?> From = new("--from")
    {
        Description = "The first side: an assembly, a snapshot file or a connection string.",
        HelpName = "SOURCE",
    };
    public static readonly Option<string?> To = new("--to")
    {
        Description = "The second side: an assembly, a snapshot file or a connection string.",
        HelpName = "SOURCE",
    };
    public static readonly Option<string?> Snapshot = new("--snapshot")
    {
        Description = "A committed snapshot to compare with instead of a database; nothing connects.",
        HelpName = "FILE",
    };
    public static readonly Option<string?> Output = new("--output", "-o") { Description = "The file to write.", HelpName = "FILE" };
    public static readonly Option<string[]> Reference = new("--reference")
    {
        Description = "An assembly, or a folder of assemblies, that a target is composed of; those beside it need no word (repeatable).",
        HelpName = "PATH",
        DefaultValueFactory = _ => [],
    };
    public static readonly Option<string[]> Project = new("--project")
    {
        Description = "The folder of the project that an assembly comes from, where its places in C# are (repeatable).",
        HelpName = "ASSEMBLY=DIR",
        DefaultValueFactory = _ => [],
    };
    public static readonly Option<bool> Grants =
        new("--grants")
        {
            Description =
                "Write down who has which rights on every object, so that a sync "
                    + "to the file makes them so; the other server must have these roles.",
        };

    public static readonly Option<string?> EfAssembly = new("--ef-assembly")
    {
        Description = "The built assembly with a DbContext of EF Core.",
        HelpName = "FILE",
    };
    public static readonly Option<string?> StartupAssembly = new("--startup-assembly")
    {
        Description = "The built application that configures the DbContext, where that is another assembly.",
        HelpName = "FILE",
    };
    public static readonly Option<string[]> Packages = new("--packages")
    {
        Description = "A folder of NuGet packages, for an assembly whose output holds none of them; that of the user when not given "
            + "(repeatable).",
        HelpName = "DIR",
        DefaultValueFactory = _ => [],
    };
    public static readonly Option<string?> Context = new("--context")
    {
        Description = "The name of the DbContext, where there are several.",
        HelpName = "NAME",
    };

    public static readonly Option<string?> Plan = new("--plan") { Description = "Apply exactly this saved plan.", HelpName = "FILE" };
    public static readonly Option<string[]> Allow = new("--allow")
    {
        Description = "Hazard codes that are accepted, separated by ; or , (repeatable).",
        HelpName = "CODES",
        DefaultValueFactory = _ => [],
    };
    public static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Do not ask before writing." };
    public static readonly Option<bool> IncludeUnmanaged =
        new("--include-unmanaged") { Description = "Compare, and so drop, objects that nobody declared and no run of ours created." };
    public static readonly Option<string[]> Backfill = new("--backfill")
    {
        Description = "What rows get in a column that comes back required, as SQL: customers.code=lower(email) (repeatable).",
        HelpName = "COLUMN=SQL",
    };
    public static readonly Option<string[]> Using = new("--using")
    {
        Description = "What values become in a column that gets its former type, as SQL: customers.born=born::text (repeatable).",
        HelpName = "COLUMN=SQL",
    };
    public static readonly Option<bool> SetAside =
        new("--set-aside")
        {
            Description =
                "Put a ledger that cannot be read aside under other names, so that the next run begins a new one. Asks before it writes.",
        };
    public static readonly Option<int> LockTimeout = new("--lock-timeout")
    {
        Description = "Seconds to wait for another run to end (30 when not given).",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 30,
        Validators = { AtLeast(0) },
    };
    public static readonly Option<int> KeepRuns = new("--keep-runs")
    {
        Description = $"How many runs the ledger keeps at least ({ExecutionOptions.DefaultKeepRuns} when not given).",
        HelpName = "N",
        DefaultValueFactory = _ => ExecutionOptions.DefaultKeepRuns,
        Validators = { AtLeast(1) },
    };
    public static readonly Option<bool> Transactional =
        new("--transactional")
        {
            Description =
                "Run everything in one transaction, which may hold its locks longer, instead of online steps that commit one by one.",
        };

    public static readonly Option<string?> OnlineChange = new("--online-change")
    {
        Description =
            "A program that changes large tables while everybody works, with placeholders "
                + "such as {table} and {alter}, where the database has such programs.",
        HelpName = "COMMAND",
    };
    public static readonly Option<long> OnlineChangeRows = new("--online-change-rows")
    {
        Description = "Tables with more rows than this are handed to that program (1000000 when not given).",
        HelpName = "N",
        DefaultValueFactory = _ => SchemaSync.Engine.Adapters.OnlineChange.DefaultRows,
    };

    /// <summary>Where normal forms are kept.</summary>
    public static readonly Option<string?> Cache = new("--cache")
    {
        Description = "A directory that keeps what servers made of declarations, so that the next validation needs no scratch database.",
        HelpName = "DIR",
    };

    public static readonly Option<string> Format = new("--format")
    {
        Description = $"{ReportFormat.Words(Composition.Formats.Select(f => $"{f.Name} ({f.Use})"))}.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => ReportFormat.Default,
    };
    public static readonly Option<string?> ProjectDirectory = new("--project-directory")
    {
        Description = "The folder that relative source paths are meant from (--format msbuild).",
        HelpName = "DIR",
    };
    public static readonly Option<string?> Advice = new("--advice")
    {
        Description = "The command that messages tell people to run against a difference (schemasync sync, or accept, when not given).",
        HelpName = "COMMAND",
    };
    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Add the stack to an internal error." };

    /// <summary>What every verb that opens a database takes.</summary>
    public static readonly Option[] Database = [Provider, Connection, ConnectionVariable, Schema, Ledger, Role];

    /// <summary>A schema that another place is compared with or brought to, and where its parts are.</summary>
    public static readonly Option[] Declaration = [Target, Reference, Project];

    /// <summary>Who changes large tables.</summary>
    public static readonly Option[] LargeTables = [OnlineChange, OnlineChangeRows];

    /// <summary>What every verb takes.</summary>
    public static readonly Option[] Common = [Format, ProjectDirectory, Verbose];

    private static Action<OptionResult> AtLeast(int least) => result =>
    {
        // What is no number at all is the parser's own error.
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && value < least)
            result.AddError($"{result.Option.Name} needs a number that is not less than {least}, not {value}");
    };
}
