namespace SchemaSync.Model;

/// <summary>01xx: the declared schema does not fit together.</summary>
public static class ModelDiagnostics
{

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } = [];
}
