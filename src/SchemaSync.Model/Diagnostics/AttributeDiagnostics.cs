namespace SchemaSync.Model;

/// <summary>00xx: an attribute is wrong by itself.</summary>
public static class AttributeDiagnostics
{

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } = [];
}
