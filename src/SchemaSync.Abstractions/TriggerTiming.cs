namespace SchemaSync;

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
