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
            + "them would be one database; put {0} where the tenant's name belongs");

    /// <summary>Two tenants have one id.</summary>
    public static readonly DiagnosticEntry TwiceNamed = new("SSY0603", Severity.Error, "Tenant is named twice",
        "the tenant {0} is named twice (in any case of its letters); name each tenant once");

    /// <summary>A tenant's name would change the connection string.</summary>
    public static readonly DiagnosticEntry BadName = new("SSY0604", Severity.Error, "Tenant name cannot be used",
        "the tenant name {0} {1}; rename the file or the tenant");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } = [NoTenants, NoPlaceholder, TwiceNamed, BadName];
}
