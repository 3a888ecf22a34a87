namespace SchemaSync.Model.Diagnostics;

/// <summary>10xx: a database and the declaration differ.</summary>
public static class DriftDiagnostics
{
    /// <summary>Declared, not in the database.</summary>
    public static readonly DiagnosticEntry Missing = new("SSY1001", Severity.Error, "Missing in the database",
        "{0} is declared but missing in {1}; run {2} to add it");

    /// <summary>In the database, not declared.</summary>
    public static readonly DiagnosticEntry Undeclared = new("SSY1002", Severity.Error, "Not declared",
        "{0} is in {1} but not declared; declare it, or run {2} to drop it");

    /// <summary>On both sides, but not alike.</summary>
    public static readonly DiagnosticEntry Different = new("SSY1003", Severity.Error, "Differs from the database",
        "{0} differs from {1}: {2}; run {3} to change it there");

    /// <summary>A declared rename was not applied yet.</summary>
    public static readonly DiagnosticEntry NotRenamed = new("SSY1004", Severity.Error, "Rename is not applied",
        "{0} is still called {1} in {2}; run {3} to rename it");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } = [Missing, Undeclared, Different, NotRenamed];
}
