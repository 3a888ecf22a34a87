namespace SchemaSync.Model;

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
        "{0} was cancelled; what was not finished was rolled back");

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

    /// <summary>A mistake of ours.</summary>
    public static readonly DiagnosticEntry Internal = new("SSY0999", Severity.Error, "Internal error",
        "internal error in 'schemasync {0}' {1}: {2}; please report this sentence with the output of --verbose");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } =
    [
        Usage, MissingOption, ConnectionUnknown, NotAHazard, UnknownSource, CannotAsk, Cancelled, NothingToExplain, UnknownCanary, CannotWrite, TenantsFailed,
        Internal,
    ];
}
