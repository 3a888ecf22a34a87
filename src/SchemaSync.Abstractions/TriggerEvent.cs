namespace SchemaSync;

/// <summary>What a trigger fires on.</summary>
public enum TriggerEvent
{
    /// <summary>New rows.</summary>
    Insert,

    /// <summary>Changed rows.</summary>
    Update,

    /// <summary>Removed rows.</summary>
    Delete,
}
