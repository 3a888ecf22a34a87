namespace SchemaSync.Model;

/// <summary>09xx: build and command line.</summary>
public static class BuildDiagnostics
{

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } = [];
}
