namespace SchemaSync.Model.Objects;

/// <summary>When a trigger fires.</summary>
public enum TriggerTiming
{
    /// <summary>Before the row changes.</summary>
    Before,
    /// <summary>After the row changed.</summary>
    After,
    /// <summary>Instead of the change; for views.</summary>
    InsteadOf,
}

/// <summary>What a trigger fires on.</summary>
public enum TriggerEvent
{
    /// <summary>New rows.</summary>
    Insert,
    /// <summary>Changed rows.</summary>
    Update,
    /// <summary>Removed rows.</summary>
    Delete,
    /// <summary>All rows removed at once (PostgreSQL).</summary>
    Truncate,
}

/// <summary>In which sessions a trigger fires (PostgreSQL, ALTER TABLE … ENABLE TRIGGER).</summary>
public enum TriggerState
{
    /// <summary>In ordinary sessions.</summary>
    Enabled,
    /// <summary>Never.</summary>
    Disabled,
    /// <summary>In sessions that apply replicated changes.</summary>
    Replica,
    /// <summary>In both.</summary>
    Always,
}
