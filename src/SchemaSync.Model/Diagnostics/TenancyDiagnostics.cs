namespace SchemaSync.Model;

/// <summary>06xx: tenants.</summary>
public static class TenancyDiagnostics
{

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } = [];
}
