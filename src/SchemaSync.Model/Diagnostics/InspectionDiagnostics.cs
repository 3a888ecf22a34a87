namespace SchemaSync.Model;

/// <summary>02xx: a database could not be read as it is.</summary>
public static class InspectionDiagnostics
{
    /// <summary>An object holds something the model has no word for.</summary>
    public static readonly DiagnosticEntry Unsupported = new("SSY0202", Severity.Error, "Object is not supported",
        "{0} uses {1}, which SchemaSync cannot keep, so it refuses to compare or change it; change the object by hand or take it out of the declaration");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } = [Unsupported];
}
