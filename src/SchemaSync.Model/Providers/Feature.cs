namespace SchemaSync.Model.Providers;

/// <summary>What some providers can keep and others cannot. What no provider lacks is not listed.</summary>
public enum Feature
{
    // Columns
    /// <summary>Array columns.</summary>
    Arrays,
    /// <summary>A precision and scale that the database enforces.</summary>
    Precision,
    /// <summary>Comments on tables and columns.</summary>
    Comments,
    /// <summary>A first number for identity columns.</summary>
    IdentityStart,
    /// <summary>Every other option of a sequence on identity columns.</summary>
    IdentityOptions,
    /// <summary>Computed columns that are not stored.</summary>
    VirtualComputed,
    /// <summary>A value that an update of the row sets.</summary>
    OnUpdate,
    /// <summary>Columns that SELECT * leaves out.</summary>
    InvisibleColumns,
    /// <summary>A character set of tables and columns.</summary>
    CharSets,
    /// <summary>A collation of tables.</summary>
    TableCollations,
    /// <summary>A spatial reference system of a column.</summary>
    Srid,
    /// <summary>Storage, compression and options of a column.</summary>
    ColumnStorage,
    /// <summary>Columns that hold several words of a list.</summary>
    Sets,

    // Keys and constraints
    /// <summary>Primary keys and unique constraints that are checked at commit.</summary>
    DeferrableKeys,
    /// <summary>Keys from the greatest to the least.</summary>
    KeyOrder,
    /// <summary>A collation given in a key.</summary>
    KeyCollations,
    /// <summary>Columns carried along in an index without being part of its key.</summary>
    IncludedColumns,
    /// <summary>Keys in which NULL equals NULL.</summary>
    NullsNotDistinct,
    /// <summary>Keys over periods that may not overlap.</summary>
    WithoutOverlaps,
    /// <summary>Comments on constraints.</summary>
    ConstraintComments,
    /// <summary>Foreign keys that are checked at commit.</summary>
    DeferrableForeignKeys,
    /// <summary>ON DELETE / ON UPDATE SET DEFAULT.</summary>
    SetDefaultAction,
    /// <summary>MATCH FULL.</summary>
    ForeignKeyMatch,
    /// <summary>ON DELETE SET NULL of some columns.</summary>
    OnDeleteColumns,
    /// <summary>Foreign keys over periods.</summary>
    ForeignKeyPeriods,
    /// <summary>Constraints that existing rows were not checked against.</summary>
    NotValid,
    /// <summary>Foreign keys that are recorded but not checked.</summary>
    NotEnforcedForeignKeys,
    /// <summary>Checks that are recorded but not checked.</summary>
    NotEnforcedChecks,
    /// <summary>Checks that partitions and children do not get.</summary>
    NoInheritChecks,
    /// <summary>Constraints that forbid rows to overlap.</summary>
    ExclusionConstraints,

    // Indexes
    /// <summary>Indexes over some of the rows.</summary>
    PartialIndexes,
    /// <summary>Indexes on expressions.</summary>
    ExpressionIndexes,
    /// <summary>A collation given in an index.</summary>
    IndexCollations,
    /// <summary>Operator classes.</summary>
    OperatorClasses,
    /// <summary>The place of NULLs in an index.</summary>
    NullsOrder,
    /// <summary>Indexes over the beginning of a text.</summary>
    PrefixLengths,
    /// <summary>Indexes that queries do not use.</summary>
    InvisibleIndexes,
    /// <summary>Parsers of full-text indexes.</summary>
    FullTextParsers,
    /// <summary>Comments on indexes.</summary>
    IndexComments,

    // Names
    /// <summary>Schemas, each with names of its own, inside one database; or databases beside the tenant's own.</summary>
    Schemas,
    /// <summary>Other objects than tables and columns that get another name.</summary>
    ObjectRenames,
    /// <summary>Foreign keys to tables of other schemas or databases, which are left to others.</summary>
    OutsideKeys,

    // Tables
    /// <summary>Partitions.</summary>
    Partitions,
    /// <summary>Partitions of partitions.</summary>
    Subpartitions,
    /// <summary>Row-level security.</summary>
    RowLevelSecurity,

    // Triggers
    /// <summary>Triggers whose body is statements.</summary>
    TriggerBodies,
    /// <summary>Triggers that call a function.</summary>
    TriggerFunctions,
    /// <summary>Triggers that fire only when certain columns are assigned.</summary>
    TriggerUpdateOf,
    /// <summary>Triggers on more than one event.</summary>
    TriggerManyEvents,
    /// <summary>Triggers on TRUNCATE.</summary>
    TriggerTruncate,
    /// <summary>Triggers with a condition.</summary>
    TriggerWhen,
    /// <summary>Triggers instead of a change, on views.</summary>
    InsteadOfTriggers,
    /// <summary>Triggers that fire once for each statement.</summary>
    StatementTriggers,
    /// <summary>Triggers that may wait until commit.</summary>
    ConstraintTriggers,
    /// <summary>Triggers that see all changed rows as a table.</summary>
    TransitionTables,
    /// <summary>Triggers that are switched off, or on for replication only.</summary>
    TriggerStates,
    /// <summary>An order among triggers of one moment.</summary>
    TriggerOrder,

    // Objects
    /// <summary>Comments on views, triggers, sequences, types, policies and extensions.</summary>
    ObjectComments,
    /// <summary>Functions and procedures.</summary>
    Routines,
    /// <summary>Several routines with one name and different arguments.</summary>
    RoutineOverloads,
    /// <summary>Routines in other languages than SQL.</summary>
    RoutineLanguages,
    /// <summary>STABLE routines.</summary>
    RoutineStable,
    /// <summary>Options that the planner of queries uses: strict, leakproof, parallel, cost, rows.</summary>
    RoutinePlanning,
    /// <summary>Session settings of a routine.</summary>
    RoutineSettings,
    /// <summary>Bodies that are parsed when the routine is created.</summary>
    AtomicBodies,
    /// <summary>What a routine does with data.</summary>
    RoutineDataAccess,
    /// <summary>An owner, with whose rights routines, triggers and events run.</summary>
    Definers,
    /// <summary>Materialized views.</summary>
    MaterializedViews,
    /// <summary>Views that read with the rights of whoever asks.</summary>
    SecurityInvokerViews,
    /// <summary>Views that hide rows from functions.</summary>
    SecurityBarrierViews,
    /// <summary>Views that admit only rows they show.</summary>
    ViewCheckOptions,
    /// <summary>The way a view is worked into a query.</summary>
    ViewAlgorithms,
    /// <summary>Sequences.</summary>
    Sequences,
    /// <summary>A type and an owner of a sequence.</summary>
    SequenceOwners,
    /// <summary>Enum types as objects of their own.</summary>
    EnumTypes,
    /// <summary>Domains.</summary>
    Domains,
    /// <summary>Composite types.</summary>
    CompositeTypes,
    /// <summary>Extensions.</summary>
    Extensions,
    /// <summary>Scheduled events.</summary>
    Events,
    /// <summary>Rights of roles on objects.</summary>
    Grants,
}
