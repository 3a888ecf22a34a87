namespace SchemaSync;

/// <summary>In which sessions a trigger fires (PostgreSQL).</summary>
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
