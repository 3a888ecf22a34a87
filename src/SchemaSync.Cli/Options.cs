using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SchemaSync.Cli;

/// <summary>Every option there is; verbs pick theirs.</summary>
internal static class Options
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

    public static readonly Option<string?> Tenants = new("--tenants")
    {
        Description = "Many tenants: a pattern of files ('tenants/*.db') or of names on the server ('tenant_*'), or @FILE with a name on "
            + "each line (.json: with their places; .sql: a query).",
        HelpName = "PATTERN",
    };
    public static readonly Option<string?> TenantsQuery = new("--tenants-query")
    {
        Description = "A query that names the tenants: columns id and, as far as they differ, schema, database, server, "
            + "connection_variable and group.",
        HelpName = "SQL",
    };
    public static readonly Option<string?> TenantsConnection = new("--tenants-connection")
    {
        Description = "The connection string of the database that the query asks; that of --connection when not given.",
        HelpName = "STRING",
    };
    public static readonly Option<string?> TenantsConnectionVariable = new("--tenants-connection-variable")
    {
        Description = "The environment variable that holds it.",
        HelpName = "NAME",
    };
    public static readonly Option<string?> TenantsProvider = new("--tenants-provider")
    {
        Description = "The system of that database; that of --provider when not given.",
        HelpName = "NAME",
    };
    public static readonly Option<int> Parallel = new("--parallel")
    {
        Description = "How many tenants at once (4 when not given).",
        HelpName = "N",
        DefaultValueFactory = _ => 4,
        Validators = { AtLeast(1) },
    };
    public static readonly Option<int> PerServer = new("--per-server")
    {
        Description = "How many tenants at once on one server, of all workers together (any number when not given).",
        HelpName = "N",
        DefaultValueFactory = _ => 0,
        Validators = { AtLeast(1) },
    };
    public static readonly Option<string> StopAfter = new("--stop-after")
    {
        Description = "Start no further tenant after so many failures, or more than such a share (5%) of all tenants (1 when not given; 0 "
            + "never stops).",
        HelpName = "N",
        DefaultValueFactory = _ => "1",
        Validators = { CountOrShare },
    };
    public static readonly Option<int> StopSlower = new("--stop-slower")
    {
        Description = "Start no further tenant when one took longer than so many seconds.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 0,
        Validators = { AtLeast(1) },
    };
    public static readonly Option<string[]> Canary = new("--canary")
    {
        Description = "A tenant that goes first; the others wait for its success (repeatable).",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };
    public static readonly Option<int> Canaries = new("--canaries")
    {
        Description = "How many tenants go first, one after the other: those that are named, then the first of the list.",
        HelpName = "N",
        DefaultValueFactory = _ => 0,
        Validators = { AtLeast(0) },
    };
    public static readonly Option<string[]> Wave = new("--wave")
    {
        Description = "A group of tenants that goes before the next one begins (repeatable, in their order); others follow.",
        HelpName = "GROUP",
        DefaultValueFactory = _ => [],
    };
    public static readonly Option<string?> Control = new("--control")
    {
        Description = "The control database, where the run's state is kept, so that workers share it and any may die: a file, or a "
            + "connection string without secrets.",
        HelpName = "FILE",
    };
    public static readonly Option<string?> ControlVariable = new("--control-variable")
    {
        Description = "The environment variable that holds the connection string of the control database.",
        HelpName = "NAME",
    };
    public static readonly Option<string?> ControlProvider = new("--control-provider")
    {
        Description = "The system of the control database "
            + $"({Composition.Adapters.First(a => a.FileConnection is not null).Provider} when not given).",
        HelpName = "NAME",
    };
    public static readonly Option<string?> RunName = new("--run")
    {
        Description = "The name of the run in the control database, which all of its workers give (named by the target when not given).",
        HelpName = "NAME",
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
    public static readonly Option[] Database = [Provider, Connection, ConnectionVariable, Schema];

    /// <summary>A schema that another place is compared with or brought to, and where its parts are.</summary>
    public static readonly Option[] Declaration = [Target, Reference, Project];

    /// <summary>Who changes large tables.</summary>
    public static readonly Option[] LargeTables = [OnlineChange, OnlineChangeRows];

    /// <summary>What every verb takes.</summary>
    public static readonly Option[] Common = [Format, ProjectDirectory, Verbose];

    public static readonly Option<int> Lease = new("--lease")
    {
        Description = "Seconds after which a worker that says nothing loses the tenants it took (60 when not given).",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 60,
        Validators = { AtLeast(1) },
    };

    /// <summary>Which tenants there are.</summary>
    public static readonly Option[] Directory = [Tenants, TenantsQuery, TenantsConnection, TenantsConnectionVariable, TenantsProvider];

    /// <summary>What every verb over many tenants takes.</summary>
    public static readonly Option[] Fleet = [.. Directory, Parallel];

    /// <summary>Where the state of a run is.</summary>
    public static readonly Option[] ControlPlace = [Control, ControlVariable, ControlProvider, RunName];

    /// <summary>How a run over many tenants goes.</summary>
    public static readonly Option[] Rollout = [PerServer, StopAfter, StopSlower, Canary, Canaries, Wave, Lease, .. ControlPlace];

    private static void CountOrShare(OptionResult result)
    {
        if (result.Tokens is not [{ Value: var text }]) return;
        var isShare = text.EndsWith('%') && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var share) && share is > 0 and < 100;
        if (!isShare && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            result.AddError($"{result.Option.Name} needs a number or a share such as 5%, not {text}");
    }

    private static Action<OptionResult> AtLeast(int least) => result =>
    {
        // What is no number at all is the parser's own error.
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && value < least)
            result.AddError($"{result.Option.Name} needs a number that is not less than {least}, not {value}");
    };
}
