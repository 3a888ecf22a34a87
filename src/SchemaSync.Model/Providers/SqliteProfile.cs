namespace SchemaSync.Model.Providers;

/// <summary>SQLite. Facts from its manual: lang_createtable, lang_createindex,
/// lang_createtrigger, foreignkeys, autoinc, stricttables, withoutrowid.</summary>
public static class SqliteProfile
{
    /// <summary>The option that makes SQLite check the type of every value.</summary>
    public const string Strict = "STRICT";

    /// <summary>The option that keeps the rows in the primary key's tree.</summary>
    public const string WithoutRowid = "WITHOUT ROWID";

    /// <summary>The profile.</summary>
    public static ProviderProfile Instance { get; } = new()
    {
        Name = ProviderNames.Sqlite,
        Bit = 8,
        IdentityMayHaveDefault = true,
        TypeMayBeEmpty = true,
        KeysMayRepeat = true,
        IndexesMayRepeat = true,
        TableNamesIgnoreCase = true,
        ColumnNamesIgnoreCase = true,
        IndexNamesPerSchema = true,
        ReservedPrefixes = ["sqlite_"],
        IdentityOnPrimaryKeyOnly = true,
        ForeignKeysLackIndex = true,
        SmallKeysRunOut = false,
        ClassTypes = new Dictionary<string, string>
        {
            ["System.Net.IPAddress"] = "TEXT", ["System.Net.IPNetwork"] = "TEXT",
            ["System.Net.NetworkInformation.PhysicalAddress"] = "TEXT", ["System.Numerics.BigInteger"] = "TEXT",
            ["System.Int128"] = "TEXT", ["System.UInt128"] = "TEXT",
        },
        EntityFrameworkTypes = new Dictionary<LogicalType, string>
        {
            [LogicalType.Decimal] = "TEXT", [LogicalType.String] = "TEXT", [LogicalType.Char] = "TEXT", [LogicalType.Binary] = "BLOB",
            [LogicalType.DateTime] = "TEXT", [LogicalType.DateTimeOffset] = "TEXT", [LogicalType.Time] = "TEXT",
            [LogicalType.TimeSpan] = "TEXT",
        },
        EntityFrameworkClasses = new Dictionary<string, string> { ["Uri"] = "TEXT", ["IPAddress"] = "TEXT", ["PhysicalAddress"] = "TEXT" },
        EntityFrameworkRefuses = ["JsonDocument"],
        EntityFrameworkListType = "TEXT",
        TableOptions = OptionNames.Of(Strict, WithoutRowid),
        Features =
        [
            Feature.KeyOrder, Feature.KeyCollations, Feature.PartialIndexes, Feature.ExpressionIndexes, Feature.IndexCollations,
            Feature.DeferrableForeignKeys, Feature.SetDefaultAction, Feature.TriggerUpdateOf,
            Feature.TriggerWhen, Feature.InsteadOfTriggers, Feature.TriggerBodies, Feature.VirtualComputed,
        ],
    };
}
