using System.Reflection;

namespace SchemaSync.Hosting;

/// <summary>Which database, which declaration, and what happens when the application starts.</summary>
public sealed class SchemaSyncOptions
{
    /// <summary>The section of a configuration that is read where nobody names another.</summary>
    public const string SectionName = "SchemaSync";

    /// <summary>The database system; may be left out where the declaration is for one alone.</summary>
    public DatabaseProvider? Provider { get; set; }

    /// <summary>How to reach the database. With <see cref="Tenants"/>, <c>{tenant}</c> stands where the tenant's name belongs.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The same by its name among <c>ConnectionStrings</c> of the configuration.</summary>
    public string? ConnectionName { get; set; }

    /// <summary>The schema, where a database holds several; the provider's usual one where nobody says.</summary>
    public string? Schema { get; set; }

    /// <summary>Which tenants there are, where there are many: a pattern of files or of names on the server, or <c>@</c> and a file with
    /// one name on each line, or, as JSON, with their places. <c>{tenant}</c> stands in the connection string or in
    /// <see cref="Schema"/>.</summary>
    public string? Tenants { get; set; }

    /// <summary>Where a ledger begins that is not there yet: beside the tenant's objects, or with those of the other schemas of its
    /// database.</summary>
    public LedgerPlace Ledger { get; set; }

    /// <summary>The role that statements of a plan run as, confined to the tenant's schema, where the database system has such; with or
    /// without <c>{tenant}</c>.</summary>
    public string? Role { get; set; }

    /// <summary>How many runs a ledger keeps at least.</summary>
    public int KeepRuns { get; set; } = ExecutionOptions.DefaultKeepRuns;

    /// <summary>The assembly that declares the tables; the application where nobody says.</summary>
    public Assembly? Assembly { get; set; }

    /// <summary>What the database is to be, in place of <see cref="Assembly"/>.</summary>
    public SchemaTarget? Target { get; set; }

    /// <summary>What happens before the application serves.</summary>
    public StartAction OnStart { get; set; } = StartAction.Fail;

    /// <summary>Codes of hazards that a sync may bring, such as <c>SSY0402</c>.</summary>
    public IList<string> Allow { get; } = [];

    /// <summary>How long a sync waits for another one of the same database.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How old the answer of a health check may be: it is asked at most once in that time, however many ask.</summary>
    public TimeSpan HealthInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How a run over many tenants goes.</summary>
    public FleetOptions Fleet { get; set; } = new();
}
