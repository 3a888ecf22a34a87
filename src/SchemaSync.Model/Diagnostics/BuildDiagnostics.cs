namespace SchemaSync.Model;

/// <summary>09xx: build and command line.</summary>
public static class BuildDiagnostics
{
    /// <summary>A property of the build has a value it cannot have.</summary>
    public static readonly DiagnosticEntry InvalidProperty = new("SSY0950", Severity.Error, "Property has no such value",
        "the property {0} is '{1}'; use one of {2}");

    /// <summary>A password where build logs would keep it.</summary>
    public static readonly DiagnosticEntry SecretInProperty = new("SSY0951", Severity.Error, "Password in a property",
        "the property SchemaSyncConnection holds a password, which build logs would keep; put the connection string into the environment variable {0} and take it out of the property");

    /// <summary>Nothing says which database is meant.</summary>
    public static readonly DiagnosticEntry NoConnection = new("SSY0952", Severity.Error, "No connection",
        "{0} needs a database; set the property SchemaSyncConnection, or put the connection string into the environment variable {1}");

    /// <summary>One connection, several providers.</summary>
    public static readonly DiagnosticEntry SeveralProviders = new("SSY0953", Severity.Error, "One connection for several providers",
        "{0} has one connection, and SchemaSyncProvider names several providers ({1}); choose one with -p:SchemaSyncProvider=NAME");

    /// <summary>No committed snapshot.</summary>
    public static readonly DiagnosticEntry NoSnapshot = new("SSY0954", Severity.Error, "No committed snapshot",
        "there is no committed snapshot {0} to compare with; write it with 'dotnet build -t:SchemaSyncAccept' and commit it");

    /// <summary>The command line failed and did not say why.</summary>
    public static readonly DiagnosticEntry SilentFailure = new("SSY0955", Severity.Error, "Command line failed",
        "'schemasync {0}' ended with exit code {1} without an error of its own: {2}; run the build with -v:detailed to see its command line");

    /// <summary>The package holds no command line.</summary>
    public static readonly DiagnosticEntry NoCommandLine = new("SSY0956", Severity.Error, "Command line is missing",
        "the package SchemaSync.Build holds no command line for this machine in {0}; delete that package folder and restore again");

    /// <summary>A target without a provider.</summary>
    public static readonly DiagnosticEntry NoProvider = new("SSY0957", Severity.Error, "No provider",
        "{0} needs to know the database system; set the property SchemaSyncProvider to one of PostgreSql, MySql, MariaDb, Sqlite");

    /// <summary>The assembly is not there.</summary>
    public static readonly DiagnosticEntry NotBuilt = new("SSY0958", Severity.Error, "Project is not built",
        "there is no assembly {0} to read the declared schema from; build the project first");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } =
    [
        InvalidProperty, SecretInProperty, NoConnection, SeveralProviders, NoSnapshot, SilentFailure, NoCommandLine, NoProvider, NotBuilt,
    ];
}
