namespace SchemaSync;

/// <summary>What a trigger fires on; several where the provider admits several.</summary>
[Flags]
public enum TriggerEvent
{
    /// <summary>New rows.</summary>
    Insert = 1,

    /// <summary>Changed rows.</summary>
    Update = 2,

    /// <summary>Removed rows.</summary>
    Delete = 4,

    /// <summary>All rows removed at once (PostgreSQL).</summary>
    Truncate = 8,
}
