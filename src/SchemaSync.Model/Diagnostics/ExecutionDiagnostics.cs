namespace SchemaSync.Model;

/// <summary>05xx: a plan was refused or failed.</summary>
public static class ExecutionDiagnostics
{

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } = [];
}
