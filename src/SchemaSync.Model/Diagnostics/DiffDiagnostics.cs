namespace SchemaSync.Model.Diagnostics;

/// <summary>03xx: two snapshots cannot be compared, or their difference is ambiguous.</summary>
public static class DiffDiagnostics
{
    /// <summary>The two sides are in different normal forms.</summary>
    public static readonly DiagnosticEntry DifferentForms = new("SSY0301", Severity.Error, "Snapshots have different forms",
        "a snapshot in the form {0} cannot be compared with one in the form {1}; take both from the same provider, or give a "
            + "connection so that the server can normalise them");

    /// <summary>A declared rename does not fit either side.</summary>
    public static readonly DiagnosticEntry RenameConflict = new("SSY0302", Severity.Error, "Rename does not fit",
        "{0} is declared as renamed from {1}, but the database has both; drop one of them, or remove RenamedFrom");

    /// <summary>A drop and an add that may be one rename.</summary>
    public static readonly DiagnosticEntry AmbiguousRename = new("SSY0303", Severity.Hazard, "Drop and add may be a rename",
        "{0} is gone and {1} is new with the same shape; declare [RenamedFrom(\"{2}\")] on the new one to keep the values, or "
            + "[Dropped(\"{2}\")] on its owner to discard them");

    /// <summary>One transaction was asked for, and the server has none for this.</summary>
    public static readonly DiagnosticEntry NotTransactional = new("SSY0304", Severity.Error, "Not possible in one transaction",
        "{0} cannot run inside a transaction on this server; plan without --transactional");

    /// <summary>There is no way that keeps the data, or none that we know.</summary>
    public static readonly DiagnosticEntry CannotPlan = new("SSY0305", Severity.Error, "No plan is possible",
        "no plan can {0}: {1}; make the change by hand, or declare it in smaller steps");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } = [DifferentForms,
        RenameConflict, AmbiguousRename, NotTransactional, CannotPlan];
}
