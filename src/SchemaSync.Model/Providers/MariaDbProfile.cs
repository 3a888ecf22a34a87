namespace SchemaSync.Model.Providers;

/// <summary>MariaDB. Facts from its knowledge base: CREATE TABLE, CREATE INDEX, CREATE SEQUENCE, System-Versioned Tables.</summary>
public static class MariaDbProfile
{
    /// <summary>The profile.</summary>
    public static ProviderProfile Instance { get; } = MySqlProfile.Instance with
    {
        Name = ProviderNames.MariaDb,
        Bit = 4,
        Limits = MySqlProfile.Instance.Limits with { DecimalScale = 38 },
        // JSON is a text there.
        WithoutCollation = MySqlProfile.NumbersAndTimes,
        TableOptions = MySqlProfile.CommonTableOptions.And(
            "PAGE_CHECKSUM", "PAGE_COMPRESSED", "PAGE_COMPRESSION_LEVEL", "ENCRYPTED", "ENCRYPTION_KEY_ID", "IETF_QUOTES", "SEQUENCE",
            "TRANSACTIONAL", "WITH SYSTEM VERSIONING", "SYSTEM VERSIONING"),
        IndexOptions = OptionNames.Of("KEY_BLOCK_SIZE", "CLUSTERING", "M", "DISTANCE"),
        ColumnOptions = OptionNames.Of("COMPRESSED", "WITHOUT SYSTEM VERSIONING"),
        PartitionOptions = OptionNames.Of("ENGINE", "COMMENT", "DATA DIRECTORY", "INDEX DIRECTORY", "MAX_ROWS", "MIN_ROWS"),
        IndexMethods = OptionNames.Of("BTREE", "HASH", "RTREE", "FULLTEXT", "SPATIAL", "VECTOR"),
        Features =
        [
            .. MySqlProfile.Instance.Features.Where(f => f is not (Feature.ExpressionIndexes or Feature.NotEnforcedChecks)),
            Feature.Sequences, Feature.WithoutOverlaps,
        ],
    };
}
