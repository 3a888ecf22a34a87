namespace SchemaSync.Model.Diagnostics;

/// <summary>04xx: changes that are refused until their code is allowed.</summary>
public static class Hazards
{
    /// <summary>The plan was not proved.</summary>
    public static readonly DiagnosticEntry Unproven = new("SSY0401", Severity.Hazard, "Plan is not proved",
        "the plan for {0} was made without a server and is not proved; plan again with a connection");

    /// <summary>Values are discarded.</summary>
    public static readonly DiagnosticEntry LosesData = new("SSY0402", Severity.Hazard, "Data is lost",
        "{0} discards every value in {1}");

    /// <summary>Every row is written again.</summary>
    public static readonly DiagnosticEntry RewritesTable = new("SSY0403", Severity.Hazard, "Table is rewritten",
        "{0} rewrites every row of {1} while others wait");

    /// <summary>Writers wait.</summary>
    public static readonly DiagnosticEntry BlocksWrites = new("SSY0404", Severity.Hazard, "Writes are blocked",
        "{0} blocks writes to {1} for as long as it runs");

    /// <summary>Readers wait.</summary>
    public static readonly DiagnosticEntry BlocksReads = new("SSY0405", Severity.Hazard, "Reads are blocked",
        "{0} blocks reads of {1} for as long as it runs");

    /// <summary>The table is copied under a new definition.</summary>
    public static readonly DiagnosticEntry RebuildsTable = new("SSY0406", Severity.Hazard, "Table is rebuilt",
        "{0} needs {1} to be copied into a new table: {2}");

    /// <summary>Rows that are there may not fit.</summary>
    public static readonly DiagnosticEntry MayFail = new("SSY0407", Severity.Hazard, "May fail on existing rows",
        "{0} fails when a row of {1} does not fit: {2}");

    /// <summary>Running code that uses the old name fails.</summary>
    public static readonly DiagnosticEntry BreaksClients = new("SSY0408", Severity.Warning, "Running code may fail",
        "{0} breaks code that still uses {1}");

    /// <summary>A rule that protected the data goes away.</summary>
    public static readonly DiagnosticEntry WeakensIntegrity = new("SSY0409", Severity.Hazard, "Integrity is weakened",
        "{0} removes a rule that protected {1}");

    /// <summary>One delete spreads to other rows.</summary>
    public static readonly DiagnosticEntry CascadesDeletes = new("SSY0410", Severity.Hazard, "Deletes spread",
        "{0} makes a delete in {1} delete rows of {2} as well");

    /// <summary>Row-level security or rights of roles let people see or do other things than before.</summary>
    public static readonly DiagnosticEntry ChangesAccess = new("SSY0411", Severity.Hazard, "Access changes",
        "{0} changes what people may see or do in {1}");

    /// <summary>An empty target.</summary>
    public static readonly DiagnosticEntry DropsEverything = new("SSY0412", Severity.Hazard, "Everything is dropped",
        "the target holds no object at all, so everything that SchemaSync manages "
            + "in {0} ({1}) would be dropped; check that the target is the right one");

    /// <summary>An extension is dropped or gets another version.</summary>
    public static readonly DiagnosticEntry ChangesExtension = new("SSY0413", Severity.Hazard, "Extension changes",
        "{0} changes or removes functions and types of {1} that anything in the database may use");

    /// <summary>A trigger or an index goes that was never declared.</summary>
    public static readonly DiagnosticEntry DropsOfOthers = new("SSY0414", Severity.Hazard, "Something of somebody else is dropped",
        "{0} is not declared and no run of ours created it, so what it does for {1} would silently end; declare it to keep it");

    /// <summary>Rows get their values at once.</summary>
    public static readonly DiagnosticEntry FillsAtOnce = new("SSY0415", Severity.Hazard, "Rows are filled in one statement",
        "{0} writes the rows of {1} that lack a value in one statement, "
            + "because no key can be gone by; whoever writes these rows waits for it");

    /// <summary>Declared SQL is kept from scratch.</summary>
    public static readonly DiagnosticEntry Untried = new("SSY0416", Severity.Hazard, "SQL is not tried before it runs",
        "{0} says Unproved, so it is not run on scratch, and nobody knows before the sync whether it works and what it does");

    /// <summary>Declared SQL has no way back.</summary>
    public static readonly DiagnosticEntry HooksStay = new("SSY0417", Severity.Note, "SQL that ran along is not taken back",
        "the run that is taken back ran {0}, which no revert runs backwards; what it did to rows stays as it is");

    /// <summary>What goes with it nobody knows.</summary>
    public static readonly DiagnosticEntry DropsSqlObject = new("SSY0418", Severity.Hazard, "SQL object is dropped",
        "{0} drops it with the SQL it was declared with; if it holds rows, they are lost");

    /// <summary>A body reads or writes beyond the tenant.</summary>
    public static readonly DiagnosticEntry ReachesAnotherPlace = new("SSY0420", Severity.Hazard, "Body names another place",
        "{0} names {1}: what it does there, it does for every tenant that gets it; name nothing but the own database or schema");

    /// <summary>Something is broken before the plan begins.</summary>
    public static readonly DiagnosticEntry BrokenBefore = new("SSY0421", Severity.Note, "Broken already",
        "{0} is broken before the plan begins ({1}); the plan does not touch it, so it stays as it is: repair or drop it by hand");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } = [Unproven, LosesData, RewritesTable, BlocksWrites, BlocksReads,
        RebuildsTable, MayFail, BreaksClients, WeakensIntegrity, CascadesDeletes, ChangesAccess, DropsEverything, ChangesExtension,
        DropsOfOthers, FillsAtOnce, Untried, HooksStay, DropsSqlObject, ReachesAnotherPlace, BrokenBefore];
}
