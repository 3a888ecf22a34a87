namespace SchemaSync.Model.Diagnostics;

/// <summary>01xx: the declared schema does not fit together.</summary>
public static class ModelDiagnostics
{
    /// <summary>A foreign key leads nowhere.</summary>
    public static readonly DiagnosticEntry UnknownTable = new("SSY0101", Severity.Error, "Table is not declared",
        "{0} refers to {1}, which is no table of this project or of one that "
            + "it is composed with; put [Table] on the class, or correct the name");

    /// <summary>A key, index, constraint or trigger names a column that is not there.</summary>
    public static readonly DiagnosticEntry UnknownColumn = new("SSY0102", Severity.Error, "Column is not declared",
        "{0} names {1}, which is neither a property nor a column of {2}; correct the name");

    /// <summary>Both sides of a foreign key must hold the same values.</summary>
    public static readonly DiagnosticEntry ForeignKeyTypes = new("SSY0103", Severity.Error, "Foreign key joins different types",
        "{0} is {1}, but {2}, which it refers to, is {3}; give both the same type");

    /// <summary>A row must be found by the columns referred to.</summary>
    public static readonly DiagnosticEntry ForeignKeyTarget =
        new("SSY0104", Severity.Error, "Foreign key refers to columns that are not unique",
        "{0} refers to {1} ({2}), which is neither the primary key nor unique; refer to a key, or add [Unique] there");

    /// <summary>Each referencing column needs its partner.</summary>
    public static readonly DiagnosticEntry ForeignKeyCount = new("SSY0105", Severity.Error, "Foreign key joins lists of different length",
        "{0} has {1} but refers to {2}; name as many columns on both sides");

    /// <summary>Tables and views share one space of names.</summary>
    public static readonly DiagnosticEntry DuplicateTable = new("SSY0106", Severity.Error, "Two tables have one name",
        "{0} is declared by {1} as well; give one of them another name");

    /// <summary>Two properties become one column.</summary>
    public static readonly DiagnosticEntry DuplicateColumn = new("SSY0107", Severity.Error, "Two columns have one name",
        "column {0} is declared by property {1} as well; give one of them another name with [Column]");

    /// <summary>Indexes, constraints or triggers share a name.</summary>
    public static readonly DiagnosticEntry DuplicateName = new("SSY0108", Severity.Error, "Two objects have one name",
        "{0} {1} is declared on {2} as well; give one of them another name");

    /// <summary>Rows cannot be told apart.</summary>
    public static readonly DiagnosticEntry NoPrimaryKey = new("SSY0109", Severity.Warning, "Table has no primary key",
        "table {0} has no primary key; put [PrimaryKey] on a property, or on the class with its columns");

    /// <summary>No property of the class is a column.</summary>
    public static readonly DiagnosticEntry NoColumns = new("SSY0110", Severity.Error, "Table has no columns",
        "table {0} has no columns; add a public property with a setter");

    /// <summary>One key only; a composite one is declared on the class.</summary>
    public static readonly DiagnosticEntry SeveralPrimaryKeys = new("SSY0111", Severity.Error, "Table has several primary keys",
        "table {0} has more than one primary key; put one [PrimaryKey(…)] with all columns on the class");

    /// <summary>Both cannot be the same object.</summary>
    public static readonly DiagnosticEntry RenameSourceExists = new("SSY0112", Severity.Error, "Renamed from a name that is still there",
        "{0} is declared as renamed from {1}, but {1} is still declared; remove [RenamedFrom], or the other declaration");

    /// <summary>It cannot go and stay.</summary>
    public static readonly DiagnosticEntry DroppedStillDeclared = new("SSY0113", Severity.Error, "Dropped, but still declared",
        "[Dropped] names {0}, which is still declared; remove [Dropped], or the declaration");

    /// <summary>The referencing side is searched for each row that goes.</summary>
    public static readonly DiagnosticEntry ForeignKeyIndex = new("SSY0114", Severity.Warning, "Foreign key without an index",
        "{0} has no index on {1}, so every delete or key change in {2} scans {3}; put [Index] there");

    /// <summary>It costs every write and serves nothing.</summary>
    public static readonly DiagnosticEntry RedundantIndex = new("SSY0115", Severity.Warning, "Index is redundant",
        "index {0} on {1} begins like {2}, which serves the same queries; remove it");

    /// <summary>SQLite keeps such a table in its primary key.</summary>
    public static readonly DiagnosticEntry WithoutRowidKey = new("SSY0116", Severity.Error, "WITHOUT ROWID does not fit",
        "table {0} is WITHOUT ROWID, but {1}; {2}");

    /// <summary>SQLite refuses the table.</summary>
    public static readonly DiagnosticEntry StrictType = new("SSY0117", Severity.Error, "Type does not fit a STRICT table",
        "column {0} has the type {1}, but a STRICT table admits INT, INTEGER, REAL, TEXT, BLOB and ANY only; use one of them");

    /// <summary>The action can never succeed.</summary>
    public static readonly DiagnosticEntry SetNullOnRequired = new("SSY0118", Severity.Error, "SET NULL on a column that refuses NULL",
        "{0} sets {1} to NULL, but the column is NOT NULL; make the property nullable, or choose another action");

    /// <summary>SQLite refuses the table.</summary>
    public static readonly DiagnosticEntry ComputedKey = new("SSY0119", Severity.Error, "Primary key is computed",
        "the primary key of {0} has the computed column {1}; use a column that is stored as written");

    /// <summary>Tables and views admit different triggers.</summary>
    public static readonly DiagnosticEntry TriggerTarget = new("SSY0120", Severity.Error, "Trigger does not fit its target",
        "trigger {0} does not fit {1}: {2}");

    /// <summary>Only one can carry the rows on.</summary>
    public static readonly DiagnosticEntry RenamedTwice = new("SSY0121", Severity.Error, "Two objects are renamed from one name",
        "{0} and {1} are both declared as renamed from {2}; keep [RenamedFrom] on one of them");

    /// <summary>It works today and is regretted later.</summary>
    public static readonly DiagnosticEntry BetterType = new("SSY0122", Severity.Note, "There is a better type",
        "{0} is {1}: {2}; better {3}");

    /// <summary>Two projects of one schema use one name.</summary>
    public static readonly DiagnosticEntry DeclaredTwice = new("SSY0130", Severity.Error, "Two projects declare one name",
        "{0} in {1} has the name of {2} in {3}; give one of them another name, or leave a project out with [assembly: LeaveOut(\"{3}\")]");

    /// <summary>A part was compiled for other databases than the whole.</summary>
    public static readonly DiagnosticEntry OtherProvider = new("SSY0131", Severity.Error, "Projects are for different providers",
        "{0} declares its schema for {1} only, and {2} composes it for {3}; add {3} to the SchemaSyncProvider of {0}, or leave it out "
            + "with [assembly: LeaveOut(\"{0}\")]");

    /// <summary>A reference was compiled by a version that this one does not understand.</summary>
    public static readonly DiagnosticEntry UnreadableReference = new("SSY0132", Severity.Error, "Referenced schema cannot be read",
        "the schema of {0} cannot be read: {1}; use one version of SchemaSync.Build "
            + "for all projects, or leave it out with [assembly: LeaveOut(\"{0}\")]");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } =
    [
        UnknownTable, UnknownColumn, ForeignKeyTypes, ForeignKeyTarget, ForeignKeyCount, DuplicateTable, DuplicateColumn,
        DuplicateName, NoPrimaryKey, NoColumns, SeveralPrimaryKeys, RenameSourceExists, DroppedStillDeclared, ForeignKeyIndex,
        RedundantIndex, WithoutRowidKey, StrictType, SetNullOnRequired, ComputedKey, TriggerTarget, RenamedTwice,
        BetterType, DeclaredTwice, OtherProvider, UnreadableReference,
    ];
}
