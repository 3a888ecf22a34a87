namespace SchemaSync.Model.Providers;

/// <summary>PostgreSQL. Facts from its manual: CREATE TABLE, CREATE INDEX, CREATE TRIGGER, CREATE FUNCTION.</summary>
public static class PostgreSqlProfile
{
    /// <summary>The option that keeps a table out of the write-ahead log.</summary>
    public const string Unlogged = "UNLOGGED";

    /// <summary>The option that makes a table ask its policies.</summary>
    public const string RowLevelSecurity = "ROW LEVEL SECURITY";

    /// <summary>The option that makes a table ask its policies for its owner as well.</summary>
    public const string ForceRowLevelSecurity = "FORCE ROW LEVEL SECURITY";

    private static readonly OptionNames Storage =
        OptionNames.Of("TABLESPACE", "fillfactor", "toast_tuple_target", "parallel_workers", "autovacuum_*", "vacuum_*",
            "user_catalog_table", "log_autovacuum_min_duration", "toast.*", "USING");

    // Manual, section 5.8 (Privileges), table 5.2; MAINTAIN came with version 17.
    private static readonly EquatableArray<string> OnTables = ["SELECT", "INSERT", "UPDATE",
        "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN"];

    // Manual, sections 8.2, 8.3, 8.5.1 and 8.14.
    private static readonly TypeAdvice NoZone =
        new("it does not say which moment it means once a session has another time zone", "DateTimeOffset (timestamp with time zone)");
    private static readonly TypeAdvice Padded =
        new("it is padded with spaces that comparisons ignore and texts do not have", "a string, with [MaxLength]");

    /// <summary>The profile.</summary>
    public static ProviderProfile Instance { get; } = new()
    {
        Name = ProviderNames.PostgreSql,
        ClassTypes = new Dictionary<string, string>
        {
            ["System.Net.IPAddress"] = "inet", ["System.Net.IPNetwork"] = "cidr",
            ["System.Net.NetworkInformation.PhysicalAddress"] = "macaddr", ["System.Numerics.BigInteger"] = "numeric",
            ["System.Int128"] = "numeric(39)", ["System.UInt128"] = "numeric(39)", ["System.Collections.BitArray"] = "bit varying",
        },
        EntityFrameworkTypes = new Dictionary<LogicalType, string>
        {
            [LogicalType.DateTime] = "timestamp{0} with time zone", [LogicalType.Binary] = "bytea",
        },
        EntityFrameworkClasses = new Dictionary<string, string>
        {
            ["Uri"] = "text", ["IPAddress"] = "inet", ["PhysicalAddress"] = "macaddr", ["BigInteger"] = "numeric",
            ["BitArray"] = "bit varying", ["IPNetwork"] = "cidr",
        },
        EntityFrameworkSizedTypes = new Dictionary<string, string>
        {
            ["numeric"] = "numeric({0})", ["decimal"] = "decimal({0})", ["timestamp with time zone"] = "timestamp({0}) with time zone",
            ["timestamp without time zone"] = "timestamp({0}) without time zone",
        },
        EntityFrameworkRowVersions = new Dictionary<LogicalType, string>
        {
            [LogicalType.UInt32] = "", [LogicalType.UInt64] = "xid8",
        },
        EntityFrameworkNumbers =
        [
            LogicalType.SByte, LogicalType.Int16, LogicalType.UInt16, LogicalType.Int32, LogicalType.UInt32, LogicalType.Int64,
        ],
        NumbersAnyColumn = true,
        Bit = 1,
        BinaryFormat = @"'\x{0}'",
        ViewOptionsAreParameters = true,
        NameUnit = NameUnit.Utf8Bytes,
        Limits = new() { DecimalDigits = 1000, DecimalScale = 1000, TimeDigits = 6, TextLength = 10485760 },
        IndexesMayRepeat = true,
        WithoutCollation = [.. MySqlProfile.NumbersAndTimes, LogicalType.Guid, LogicalType.Json],
        MaxNameLength = 63,
        IndexNamesPerSchema = true,
        TriggerNamesPerTable = true,
        PartitionsAreTables = true,
        RoutinesShareNames = true,
        SystemSchemas = ["pg_*", "information_schema"],
        ForeignKeysLackIndex = true,
        BetterThanNative = new Dictionary<string, TypeAdvice>
        {
            ["json"] = new("it has no equality, so that DISTINCT, GROUP BY and UNION fail, and no index", "jsonb"),
            ["char"] = Padded,
            ["character"] = Padded,
            ["timestamp"] = NoZone,
            ["timestamp without time zone"] = NoZone,
            ["money"] = new("its digits and its currency depend on a setting of the server", "decimal, with [Precision]"),
        },
        BetterThanLogical = new Dictionary<LogicalType, TypeAdvice> { [LogicalType.DateTime] = NoZone },
        TableOptions = Storage.And(Unlogged, RowLevelSecurity, ForceRowLevelSecurity, "CLUSTER ON", "REPLICA IDENTITY"),
        MaterializedViewOptions = Storage,
        IndexOptions = OptionNames.Of("TABLESPACE", "fillfactor", "deduplicate_items", "buffering", "fastupdate", "gin_pending_list_limit",
            "pages_per_range", "autosummarize", "lists", "m", "ef_construction"),
        ColumnOptions = OptionNames.Of("STATISTICS", "n_distinct", "n_distinct_inherited"),
        // An extension may bring others.
        IndexMethods = OptionNames.Any,
        Privileges = new Dictionary<ObjectKind, EquatableArray<string>>
        {
            [ObjectKind.Table] = OnTables,
            [ObjectKind.View] = OnTables,
            [ObjectKind.MaterializedView] = OnTables,
            [ObjectKind.Sequence] = ["USAGE", "SELECT", "UPDATE"],
            [ObjectKind.Function] = ["EXECUTE"],
            [ObjectKind.Procedure] = ["EXECUTE"],
            [ObjectKind.EnumType] = ["USAGE"],
            [ObjectKind.Domain] = ["USAGE"],
            [ObjectKind.CompositeType] = ["USAGE"],
            [ObjectKind.Schema] = ["CREATE", "USAGE"],
        },
        Features =
        [
            Feature.Arrays, Feature.Precision, Feature.Comments, Feature.IdentityStart,
            Feature.IdentityOptions, Feature.VirtualComputed, Feature.ColumnStorage,
            Feature.DeferrableKeys, Feature.IncludedColumns, Feature.NullsNotDistinct, Feature.WithoutOverlaps,
            Feature.ConstraintComments, Feature.DeferrableForeignKeys,
            Feature.SetDefaultAction, Feature.ForeignKeyMatch, Feature.OnDeleteColumns,
            Feature.ForeignKeyPeriods, Feature.NotValid, Feature.NotEnforcedForeignKeys,
            Feature.NotEnforcedChecks, Feature.NoInheritChecks, Feature.ExclusionConstraints, Feature.PartialIndexes,
            Feature.ExpressionIndexes, Feature.IndexCollations,
            Feature.OperatorClasses, Feature.NullsOrder, Feature.IndexComments, Feature.Partitions, Feature.Subpartitions,
            Feature.RowLevelSecurity, Feature.TriggerFunctions,
            Feature.TriggerUpdateOf, Feature.TriggerManyEvents, Feature.TriggerTruncate,
            Feature.TriggerWhen, Feature.InsteadOfTriggers, Feature.StatementTriggers,
            Feature.ConstraintTriggers, Feature.TransitionTables, Feature.TriggerStates,
            Feature.ObjectComments, Feature.Routines, Feature.RoutineOverloads,
            Feature.RoutineLanguages, Feature.RoutineStable, Feature.RoutinePlanning,
            Feature.RoutineSettings, Feature.AtomicBodies, Feature.MaterializedViews,
            Feature.SecurityInvokerViews, Feature.SecurityBarrierViews, Feature.ViewCheckOptions,
            Feature.Sequences, Feature.SequenceOwners, Feature.EnumTypes,
            Feature.Domains, Feature.CompositeTypes, Feature.Extensions, Feature.Grants,
            Feature.Schemas, Feature.ObjectRenames, Feature.OutsideKeys,
        ],
    };
}
