namespace SchemaSync.Model.Diagnostics;

/// <summary>
/// Every code there is, in one file per range: 00xx attributes, 01xx model, 02xx inspection, 03xx diff,
/// 04xx hazards, 05xx execution, 06xx tenancy, 09xx build and CLI, 10xx drift. Each has a page under docs/codes.
/// </summary>
public static class DiagnosticCatalog
{
    /// <summary>All entries by code.</summary>
    public static IReadOnlyDictionary<string, DiagnosticEntry> All { get; } =
        new[]
        {
            AttributeDiagnostics.All, ValueDiagnostics.All, ModelDiagnostics.All, InspectionDiagnostics.All, DiffDiagnostics.All,
            Hazards.All,
            ExecutionDiagnostics.All, TenancyDiagnostics.All, LibraryDiagnostics.All, BuildDiagnostics.All, DriftDiagnostics.All,
        }.SelectMany(list => list).ToDictionary(entry => entry.Code);
}
