using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SchemaSync.Cli;

/// <summary>Which tenants there are, and how a run over them goes.</summary>
internal static partial class Options
{
    public static readonly Option<string?> Tenants = new("--tenants")
    {
        Description = "Many tenants: a pattern of files ('tenants/*.db') or of names on the server ('tenant_*'), or @FILE with a name on "
            + "each line (.json: with their places; .sql: a query).",
        HelpName = "PATTERN",
    };
    public static readonly Option<string?> TenantsQuery = new("--tenants-query")
    {
        Description = "A query that names the tenants: columns id and, as far as they differ, schema, database, server, "
            + "connection_variable, role and group.",
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
    public static readonly Option<int> StopLockWaits = new("--stop-lock-waits")
    {
        Description = "Start no further tenant when the run of one waited longer than so many seconds for locks of others.",
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
    public static readonly Option<bool> Again = new("--again")
    {
        Description = "Begin a run anew that has ended; without it such a run is told as it ended, and nothing is done.",
    };
    public static readonly Option<int> Lease = new("--lease")
    {
        Description = "Seconds after which a worker that says nothing loses the tenants it took (60 when not given).",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 60,
        Validators = { AtLeast(1) },
    };

    public static readonly Option<bool> Shape = new("--shape")
    {
        Description = "List groups of tenants that look alike: how many there are, and the first of them.",
    };
    public static readonly Option<string?> Seed = new("--seed")
    {
        Description = "What new tenants begin with: statements of SQL, or rows by table (.json).",
        HelpName = "FILE",
    };
    public static readonly Option<string?> NameAgain = new("--name-again")
    {
        Description = "The name of the tenant that is to be dropped once more, where nobody is there to type it.",
        HelpName = "NAME",
    };

    /// <summary>Which tenants there are.</summary>
    public static readonly Option[] Directory = [Tenants, TenantsQuery, TenantsConnection, TenantsConnectionVariable, TenantsProvider];

    /// <summary>What every verb over many tenants takes.</summary>
    public static readonly Option[] Fleet = [.. Directory, Parallel];

    /// <summary>Where the state of a run is.</summary>
    public static readonly Option[] ControlPlace = [Control, ControlVariable, ControlProvider, RunName];

    /// <summary>How a run over many tenants goes.</summary>
    public static readonly Option[] Rollout = [PerServer, StopAfter, StopSlower, StopLockWaits, Canary, Canaries, Wave, Lease, Again,
        .. ControlPlace];

    private static void CountOrShare(OptionResult result)
    {
        if (result.Tokens is not [{ Value: var text }]) return;
        var isShare = text.EndsWith('%') && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var share) && share is > 0 and < 100;
        if (!isShare && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            result.AddError($"{result.Option.Name} needs a number or a share such as 5%, not {text}");
    }
}
