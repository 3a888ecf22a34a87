namespace SchemaSync.Model.Diagnostics;

/// <summary>09xx: build and command line.</summary>
public static class BuildDiagnostics
{
    /// <summary>The command line is not understood.</summary>
    public static readonly DiagnosticEntry Usage = new("SSY0901", Severity.Error, "Command line is not understood",
        "{0}; 'schemasync {1}--help' lists what there is");

    /// <summary>An option is missing.</summary>
    public static readonly DiagnosticEntry MissingOption = new("SSY0902", Severity.Error, "Option is missing",
        "{0} needs {1}; {2}");

    /// <summary>Nothing says which database is meant.</summary>
    public static readonly DiagnosticEntry ConnectionUnknown = new("SSY0903", Severity.Error, "Connection is not given",
        "there is no connection: the environment variable {0} is empty; set it, or pass --connection or --connection-variable");

    /// <summary>A code after --allow is no hazard.</summary>
    public static readonly DiagnosticEntry NotAHazard = new("SSY0904", Severity.Error, "Code cannot be allowed",
        "'{0}' cannot be allowed, because it is {1}; the hazards are {2}");

    /// <summary>A source is of no kind we know.</summary>
    public static readonly DiagnosticEntry UnknownSource = new("SSY0905", Severity.Error, "Schema source is not understood",
        "'{0}' is no schema source: {1}; give an assembly (.dll, .exe), a snapshot file (.json) or a connection string");

    /// <summary>A question without anyone to answer it.</summary>
    public static readonly DiagnosticEntry CannotAsk = new("SSY0906", Severity.Error, "Nobody to ask",
        "{0} would be changed, and there is no terminal to ask; pass --yes when this is meant");

    /// <summary>Ctrl-C, or a no.</summary>
    public static readonly DiagnosticEntry Cancelled = new("SSY0907", Severity.Error, "Cancelled",
        "{0} was cancelled");

    /// <summary>Nothing of that name to explain.</summary>
    public static readonly DiagnosticEntry NothingToExplain = new("SSY0908", Severity.Error, "Nothing to explain",
        "there is no code and no object '{0}'; give a code such as SSY1001, or an object such as customers.email together with --target");

    /// <summary>The canary is none of the tenants.</summary>
    public static readonly DiagnosticEntry UnknownCanary = new("SSY0909", Severity.Error, "Canary is not a tenant",
        "the canary '{0}' is none of the {1} tenants of '{2}'; name one of them (a file's name without its extension)");

    /// <summary>A file cannot be written.</summary>
    public static readonly DiagnosticEntry CannotWrite = new("SSY0910", Severity.Error, "File cannot be written",
        "cannot write {0}: {1}; check the path and its permissions");

    /// <summary>A tenant failed.</summary>
    public static readonly DiagnosticEntry TenantsFailed = new("SSY0911", Severity.Error, "Tenants failed",
        "{0} of {1} tenants failed and {2} were not started; correct what is said above and run again, finished tenants are skipped");

    /// <summary>An output over something that must not be lost.</summary>
    public static readonly DiagnosticEntry OutputIsInput = new("SSY0913", Severity.Error, "Output would destroy a file",
        "{0} is not written: {1}; name another file");

    /// <summary>Two assemblies have one name, and one schema would be chosen by chance.</summary>
    public static readonly DiagnosticEntry TwoAssemblies = new("SSY0914", Severity.Error, "One assembly comes from two places",
        "{0} is referred to as {1} and as {2}, which declare different schemas, and the newer one is not always the right one; refer "
            + "to it in one way, as a project or as a package");

    /// <summary>A part of the schema is not where it was looked for.</summary>
    public static readonly DiagnosticEntry NoPart = new("SSY0915", Severity.Error, "Part of the schema is missing",
        "the schema of {0} is composed with {1}, which is not there: {2}; build it, or name its assembly or folder with --reference");

    /// <summary>Several projects would validate and publish one database.</summary>
    public static readonly DiagnosticEntry SeveralOwners = new("SSY0916", Severity.Error, "No project owns the database",
        "{0} and {1}, whose schema it holds, both name a database; say which one owns "
        + "it with <SchemaSyncOwner>{0}</SchemaSyncOwner> in a Directory.Build.props, "
        + "or keep the schemas apart with <SchemaSyncCompose>None</SchemaSyncCompose>");

    /// <summary>The owner is not among the projects.</summary>
    public static readonly DiagnosticEntry UnknownOwner = new("SSY0917", Severity.Error, "Owner is no project of the solution",
        "SchemaSyncOwner is '{0}', and no project of this solution is called "
            + "that, so nobody would look at the database; name one of its projects");

    /// <summary>A target for the owner was run on another project.</summary>
    public static readonly DiagnosticEntry NotTheOwner = new("SSY0918", Severity.Error, "Project is a part of another's schema",
        "{0} is a part of the schema that {1} owns (SchemaSyncOwner); run this on {1}");

    /// <summary>A part refers to what the whole does not have.</summary>
    public static readonly DiagnosticEntry OpenReference = new("SSY0919", Severity.Error, "Reference leads out of the composed schema",
        "{0} in {1} refers to {2}, which no composed project declares; refer to the project that does, in the version that {1} was "
            + "built with, and do not leave it out");

    /// <summary>What a project declares is no part of what the owner looks at.</summary>
    public static readonly DiagnosticEntry NotComposed = new("SSY0920", Severity.Warning, "Owner does not refer to the project",
        "{0} declares a schema, and {1}, which owns the database (SchemaSyncOwner), does not refer to it, so nobody looks at it; "
        + "refer to {0} from {1}, or set SchemaSyncOwner to {0} in this project where it has a database of its own");

    /// <summary>A mistake of ours.</summary>
    public static readonly DiagnosticEntry Internal = new("SSY0999", Severity.Error, "Internal error",
        "internal error in 'schemasync {0}' {1}: {2}; please report this sentence with the output of --verbose");

    /// <summary>A property of the build has a value it cannot have.</summary>
    public static readonly DiagnosticEntry InvalidProperty = new("SSY0950", Severity.Error, "Property has no such value",
        "the property {0} is '{1}'; use one of {2}");

    /// <summary>A password where build logs would keep it.</summary>
    public static readonly DiagnosticEntry SecretInProperty = new("SSY0951", Severity.Error, "Password in a property",
        "the property {1} holds a password, which build logs would keep; put the connection string into the "
            + "environment variable {0} and take it out of the property");

    /// <summary>Nothing says which database is meant.</summary>
    public static readonly DiagnosticEntry NoConnection = new("SSY0952", Severity.Error, "No connection",
        "{0} needs a database; set the property SchemaSyncConnection, or put the connection string into the environment variable {1}");

    /// <summary>One connection or file, several providers.</summary>
    public static readonly DiagnosticEntry SeveralProviders = new("SSY0953", Severity.Error, "One value for several providers",
        "{0} is for one provider, and SchemaSyncProvider names several ({1}); {2}");

    /// <summary>No committed snapshot.</summary>
    public static readonly DiagnosticEntry NoSnapshot = new("SSY0954", Severity.Error, "No committed snapshot",
        "there is no committed snapshot {0} to compare with; write it with 'dotnet build -t:SchemaSyncAccept' and commit it");

    /// <summary>The command line failed and did not say why.</summary>
    public static readonly DiagnosticEntry SilentFailure = new("SSY0955", Severity.Error, "Command line failed",
        "'schemasync {0}' ended with exit code {1} without an error of its "
            + "own: {2}; run the build with -v:detailed to see its command line");

    /// <summary>The package holds no command line.</summary>
    public static readonly DiagnosticEntry NoCommandLine = new("SSY0956", Severity.Error, "Command line is missing",
        "the package SchemaSync.Build holds no command line for this machine in {0}; delete that package folder and restore again");

    /// <summary>A target without a provider.</summary>
    public static readonly DiagnosticEntry NoProvider = new("SSY0957", Severity.Error, "No provider",
        "{0} needs to know the database system; set the property SchemaSyncProvider to one of {1}");

    /// <summary>The assembly is not there.</summary>
    public static readonly DiagnosticEntry NotBuilt = new("SSY0958", Severity.Error, "Project is not built",
        "there is no assembly {0} to read the declared schema from; build the project first");

    /// <summary>A pipeline's build that compared nothing.</summary>
    public static readonly DiagnosticEntry NotValidated = new("SSY0959", Severity.Warning, "Nothing was compared",
        "the schema for {0} was compared with nothing, because there is no connection "
        + "(SchemaSyncConnection or the variable {1}) and no committed snapshot; "
        + "commit one with 'dotnet build -t:SchemaSyncAccept', name the project that is compared for all in SchemaSyncOwner, or set "
        + "SchemaSyncOnBuild to None when this is meant");

    /// <summary>A build that had to compare, and could not.</summary>
    public static readonly DiagnosticEntry ValidationRequired = new("SSY0960", Severity.Error, "A comparison is required",
        "SchemaSyncRequireValidation is true, and the schema for {0} was compared with nothing: there is no connection "
        + "(SchemaSyncConnection or the variable {1}) "
        + "and no committed snapshot, or SchemaSyncOnBuild is None; give one of them");

    /// <summary>An app is published that cannot bring the database of a project it refers to forward.</summary>
    public static readonly DiagnosticEntry PublishedWithout = new("SSY0961", Severity.Error, "Published app cannot change the database",
        "the project that is published refers to {0}, which owns this database, and does not have the package SchemaSync.Build, "
        + "so its publish cannot change it; add the package to it, or run {1} first");

    /// <summary>A container may be made after the database has been changed.</summary>
    public static readonly DiagnosticEntry OrderUnknown = new("SSY0962", Severity.Warning, "What follows is unknown",
        "this MSBuild does not tell which targets it was asked for, so the database is changed after {0}, and before {1} where "
        + "that was asked for too; make the container in a command of its own, and publish after it");

    /// <summary>An application that is asked for its DbContext does not even start.</summary>
    public static readonly DiagnosticEntry CannotRunApplication = new("SSY0963", Severity.Error, "Application cannot be started",
        "{0} cannot be started to be asked for its DbContext: {1}; {2}");

    /// <summary>The application lacks what makes contexts for tools.</summary>
    public static readonly DiagnosticEntry NoDesign = new("SSY0964", Severity.Error, "EF Core's design package is missing",
        "{0} does not have Microsoft.EntityFrameworkCore.Design, which makes a DbContext for tools; add that package to its project, in "
        + "the version of EF Core that it uses (PrivateAssets=\"all\" is enough), and build it");

    /// <summary>There is no context.</summary>
    public static readonly DiagnosticEntry NoDbContext = new("SSY0965", Severity.Error, "No DbContext",
        "{0} neither holds nor registers a DbContext; name the assembly that holds one (--ef-assembly), and the application that "
        + "configures it where that is another (--startup-assembly)");

    /// <summary>Which context is meant is not said, or is not there.</summary>
    public static readonly DiagnosticEntry UnclearDbContext = new("SSY0966", Severity.Error, "DbContext is not clear",
        "{0} {1}; name the one that is meant with --context (SchemaSyncDbContext in a project): {2}");

    /// <summary>The context speaks to another database.</summary>
    public static readonly DiagnosticEntry OtherDbProvider = new("SSY0967", Severity.Error, "DbContext uses another database",
        "{0} uses {1}, and {2} was asked for, which is made with {3}; {4}");

    /// <summary>The application fails before there is a context.</summary>
    public static readonly DiagnosticEntry DbContextFailed = new("SSY0968", Severity.Error, "DbContext cannot be made",
        "{0} cannot be made: {1}; correct that, or give EF Core an IDesignTimeDbContextFactory where the application cannot start at "
        + "design time");

    /// <summary>EF Core refuses the model.</summary>
    public static readonly DiagnosticEntry DbModelRefused = new("SSY0969", Severity.Error, "EF Core makes no statements",
        "EF Core makes no statements of the model of {0}: {1}; correct the model");

    /// <summary>The server refuses a statement of the other tool.</summary>
    public static readonly DiagnosticEntry ImportRefused = new("SSY0970", Severity.Error, "Server refuses an imported statement",
        "the server refuses what EF Core makes of {0}, '{1}': {2}");

    /// <summary>What was made is not what was read.</summary>
    public static readonly DiagnosticEntry ImportIncomplete = new("SSY0971", Severity.Error, "Imported table is not found",
        "not every table that EF Core makes of {1} is among what was read back on scratch: {0}; a schema that nobody looks at has it, so "
        + "leave that schema's name out of the model, or name it with --schema");

    /// <summary>Attributes have no word for something.</summary>
    public static readonly DiagnosticEntry NotScaffolded = new("SSY0980", Severity.Note, "Not in the scaffold",
        "{0}: the written C# does not say {1}");

    /// <summary>A file that was written by a run before is somebody's own by now.</summary>
    public static readonly DiagnosticEntry EditedFiles = new("SSY0981", Severity.Error, "Files were edited",
        "{0} would be written over, and no run of 'schemasync scaffold' wrote what is there now; nothing was written; move code of "
        + "your own into a partial class in another file, or pass --force");

    /// <summary>MSBuild does not say what of a solution it builds.</summary>
    public static readonly DiagnosticEntry FilterUnknown = new("SSY0976", Severity.Error, "Solution may be built through a filter",
        "the solution {0} has a filter, {1}, and MSBuild tells projects nothing of it, so which of them are published is unknown; add "
        + "-p:SchemaSyncSolutionFilter={1} if it is that one, or set SchemaSyncSolutionFilter to None where the whole solution is "
        + "published");

    /// <summary>The property names no filter of this solution.</summary>
    public static readonly DiagnosticEntry NoFilter = new("SSY0977", Severity.Error, "Not a filter of this solution",
        "the property SchemaSyncSolutionFilter is '{0}', which is no filter of {1} that can be read; correct the path, which counts "
        + "from the folder where the build is started");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } =
    [
        Usage, MissingOption, ConnectionUnknown, NotAHazard, UnknownSource, CannotAsk, Cancelled,
        NothingToExplain, UnknownCanary, CannotWrite, TenantsFailed,
        OutputIsInput, TwoAssemblies, NoPart, SeveralOwners, UnknownOwner, NotTheOwner, OpenReference, NotComposed, Internal,
        InvalidProperty, SecretInProperty, NoConnection, SeveralProviders, NoSnapshot, SilentFailure,
        NoCommandLine, NoProvider, NotBuilt, NotValidated, ValidationRequired, PublishedWithout,
        OrderUnknown, CannotRunApplication, NoDesign, NoDbContext, UnclearDbContext, OtherDbProvider, DbContextFailed, DbModelRefused,
        ImportRefused, ImportIncomplete, FilterUnknown, NoFilter, NotScaffolded, EditedFiles,
    ];
}
