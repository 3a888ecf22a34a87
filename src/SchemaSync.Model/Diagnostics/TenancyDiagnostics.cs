namespace SchemaSync.Model.Diagnostics;

/// <summary>06xx: tenants.</summary>
public static class TenancyDiagnostics
{
    /// <summary>A tenant source gives nobody.</summary>
    public static readonly DiagnosticEntry NoTenants = new("SSY0601", Severity.Error, "No tenants found",
        "{0} names no tenant: {1}; correct the pattern or the list");

    /// <summary>All tenants would share one database.</summary>
    public static readonly DiagnosticEntry NoPlaceholder = new("SSY0602", Severity.Error, "Connection string names no tenant",
        "the connection string for the tenants does not contain {0}, so all of "
            + "them would be one; put {0} where the tenant's name belongs, there or in --schema");

    /// <summary>Two tenants have one id.</summary>
    public static readonly DiagnosticEntry TwiceNamed = new("SSY0603", Severity.Error, "Tenant is named twice",
        "the tenant {0} is named twice (in any case of its letters); name each tenant once");

    /// <summary>A tenant's name would change the connection string.</summary>
    public static readonly DiagnosticEntry BadName = new("SSY0604", Severity.Error, "Tenant name cannot be used",
        "the tenant name {0} {1}; rename the file or the tenant");

    /// <summary>A list of tenants is not what it should be.</summary>
    public static readonly DiagnosticEntry BadList = new("SSY0605", Severity.Error, "List of tenants is not understood",
        "{0} gives no list of tenants: {1}");

    /// <summary>A tenant is said to be where its system has no place.</summary>
    public static readonly DiagnosticEntry NoSuchPlace = new("SSY0606", Severity.Error, "Tenant's place cannot be used",
        "the tenant {0} names {1}, which {2} does not have; correct the tenant's row, or the option");

    /// <summary>A pattern that no server can be asked for.</summary>
    public static readonly DiagnosticEntry NoPattern = new("SSY0607", Severity.Error, "Pattern cannot be looked for",
        "a pattern of names needs {0} once, in the name of the database or in --schema, and nowhere else; give a list of "
            + "names, a file or a query instead");

    /// <summary>A tenant's connection is in a variable that is not set.</summary>
    public static readonly DiagnosticEntry NoVariable = new("SSY0608", Severity.Error, "Tenant's connection is not set",
        "the tenant {0} is reached by the environment variable {1}, which is not set");

    /// <summary>A name is another run's.</summary>
    public static readonly DiagnosticEntry OtherRun = new("SSY0609", Severity.Error, "Run is another one",
        "the run {0} in {1} {2}; let it end, or name this one with --run");

    /// <summary>A worker is given a tenant of which its directory knows nothing.</summary>
    public static readonly DiagnosticEntry NotListed = new("SSY0610", Severity.Error, "Tenant is not listed here",
        "another worker of the run lists the tenant {0} and this one does not; give all workers the same tenants");

    /// <summary>A run cannot be paused or go on.</summary>
    public static readonly DiagnosticEntry NoSuchRun = new("SSY0611", Severity.Error, "Run cannot be paused or resumed",
        "in {0} the run {1} {2}; 'schemasync tenants status' lists all of them");

    /// <summary>The tables of all tenants' ledgers cannot be made.</summary>
    public static readonly DiagnosticEntry NoSharedLedger = new("SSY0612", Severity.Error, "Shared ledger cannot be made",
        "the ledger that the tenants of {0} share cannot be made: {1}; {2}");

    /// <summary>A tenant would take something of others along.</summary>
    public static readonly DiagnosticEntry HoldsOthers = new("SSY0613", Severity.Error, "Tenant holds something of others",
        "{0} is not dropped, because no run of ours made this and nobody declared it: {1}; drop or move it, or name what declares it "
            + "with --target");

    /// <summary>A tenant is open elsewhere.</summary>
    public static readonly DiagnosticEntry InUse = new("SSY0614", Severity.Error, "Tenant is in use",
        "{0} is empty now, and not dropped, because others use it: {1}; have them let go, and drop it again");

    /// <summary>Whoever wants a tenant dropped did not name it again.</summary>
    public static readonly DiagnosticEntry NotNamedAgain = new("SSY0615", Severity.Error, "Tenant was not named again",
        "{0} is not dropped: {1}; type its name when you are asked, or give --name-again {0}");

    /// <summary>What new tenants begin with cannot be.</summary>
    public static readonly DiagnosticEntry BadSeed = new("SSY0616", Severity.Error, "Seed cannot be used",
        "{0} cannot be used: {1}; correct it, no tenant gets a part of it");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } =
        [NoTenants, NoPlaceholder, TwiceNamed, BadName, BadList, NoSuchPlace, NoPattern, NoVariable, OtherRun, NotListed,
            NoSuchRun, NoSharedLedger, HoldsOthers, InUse, NotNamedAgain, BadSeed];
}
