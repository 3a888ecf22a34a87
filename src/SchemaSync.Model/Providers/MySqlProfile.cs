namespace SchemaSync.Model.Providers;

/// <summary>MySQL. Facts from its manual: CREATE TABLE, CREATE INDEX, CREATE TRIGGER, CREATE PROCEDURE, CREATE EVENT.</summary>
public static class MySqlProfile
{
    /// <summary>The table option that names the default character set.</summary>
    public const string CharSet = "CHARSET";

    /// <summary>The table option that names the default collation.</summary>
    public const string Collate = "COLLATE";

    /// <summary>What nobody gives an order of letters.</summary>
    internal static EquatableArray<LogicalType> NumbersAndTimes { get; } =
    [
        LogicalType.Boolean, LogicalType.Byte, LogicalType.SByte, LogicalType.Int16, LogicalType.UInt16, LogicalType.Int32,
        LogicalType.UInt32, LogicalType.Int64, LogicalType.UInt64, LogicalType.Single, LogicalType.Double, LogicalType.Decimal,
        LogicalType.Binary, LogicalType.DateTime, LogicalType.DateTimeOffset, LogicalType.Date, LogicalType.Time, LogicalType.TimeSpan,
    ];

    internal static OptionNames CommonTableOptions { get; } = OptionNames.Of(
        "ENGINE", CharSet, Collate, "ROW_FORMAT", "KEY_BLOCK_SIZE", "AUTO_INCREMENT", "AVG_ROW_LENGTH",
        "CHECKSUM", "DATA DIRECTORY", "DELAY_KEY_WRITE", "INDEX DIRECTORY",
        "INSERT_METHOD", "MAX_ROWS", "MIN_ROWS", "PACK_KEYS", "STATS_AUTO_RECALC", "STATS_PERSISTENT",
        "STATS_SAMPLE_PAGES", "UNION", "CONNECTION", "ENCRYPTION");

    /// <summary>The profile.</summary>
    public static ProviderProfile Instance { get; } = new()
    {
        Name = ProviderNames.MySql,
        Bit = 2,
        NameUnit = NameUnit.Characters,
        Limits = new() { DecimalDigits = 65, DecimalScale = 30, TimeDigits = 6, TableComment = 2048, PartComment = 1024 },
        WithoutCollation = [.. NumbersAndTimes, LogicalType.Json],
        MaxNameLength = 64,
        ColumnNamesIgnoreCase = true,
        BackslashEscapes = true,
        // The longest text of an address: one of IPv6 that ends in one of IPv4, and a zone; of a network, without one.
        ClassTypes = new Dictionary<string, string>
        {
            ["System.Net.IPAddress"] = "varchar(45)", ["System.Net.IPNetwork"] = "varchar(49)",
            ["System.Net.NetworkInformation.PhysicalAddress"] = "varchar(20)",
            ["System.Int128"] = "decimal(39)", ["System.UInt128"] = "decimal(39)",
        },
        EntityFrameworkClasses = new Dictionary<string, string>
        {
            ["Uri"] = "longtext", ["IPAddress"] = "varchar(45)", ["PhysicalAddress"] = "varchar(20)",
        },
        EntityFrameworkListType = "longtext",
        SystemSchemas = ["information_schema", "mysql", "performance_schema", "sys"],
        TableOptions = CommonTableOptions.And("COMPRESSION", "TABLESPACE", "AUTOEXTEND_SIZE",
            "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE", "SECONDARY_ENGINE_ATTRIBUTE"),
        IndexOptions = OptionNames.Of("KEY_BLOCK_SIZE", "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE"),
        ColumnOptions = OptionNames.Of("COLUMN_FORMAT", "STORAGE", "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE"),
        PartitionOptions = OptionNames.Of("ENGINE", "COMMENT", "DATA DIRECTORY", "INDEX DIRECTORY", "MAX_ROWS", "MIN_ROWS", "TABLESPACE"),
        IndexMethods = OptionNames.Of("BTREE", "HASH", "FULLTEXT", "SPATIAL"),
        Features =
        [
            Feature.Precision, Feature.Comments, Feature.VirtualComputed, Feature.OnUpdate,
            Feature.InvisibleColumns, Feature.CharSets, Feature.TableCollations, Feature.Srid,
            Feature.Sets, Feature.KeyOrder, Feature.NotEnforcedChecks, Feature.ExpressionIndexes, Feature.PrefixLengths,
            Feature.InvisibleIndexes, Feature.FullTextParsers, Feature.IndexComments,
            Feature.Partitions, Feature.TriggerBodies, Feature.TriggerOrder, Feature.Routines,
            Feature.RoutineDataAccess, Feature.Definers, Feature.SecurityInvokerViews,
            Feature.ViewCheckOptions, Feature.ViewAlgorithms, Feature.Events, Feature.Schemas, Feature.OutsideKeys,
        ],
    };
}
