namespace SchemaSync.Model;

/// <summary>PostgreSQL.</summary>
public static class PostgreSqlProfile
{
    /// <summary>The profile.</summary>
    public static ProviderProfile Instance { get; } = new()
    {
        Name = ProviderNames.PostgreSql,
        NameUnit = NameUnit.Utf8Bytes,
        MaxNameLength = 63,
        IndexNamesPerSchema = true,
        TriggerNamesPerTable = true,
        Arrays = true,
        Precision = true,
        Comments = true,
        IdentityStart = true,
        IdentityIncrement = true,
        PartialIndexes = true,
        ExpressionIndexes = true,
        IndexCollations = true,
        DeferrableForeignKeys = true,
        SetDefaultAction = true,
        ForeignKeysLackIndex = true,
        TriggerUpdateOf = true,
        TriggerManyEvents = true,
        TriggerTruncate = true,
        TriggerWhen = true,
        InsteadOfTriggers = true,
        MaterializedViews = true,
    };
}
