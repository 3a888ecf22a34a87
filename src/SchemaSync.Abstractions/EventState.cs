namespace SchemaSync;

/// <summary>Whether a scheduled event runs.</summary>
public enum EventState
{
    /// <summary>It runs.</summary>
    Enabled,

    /// <summary>It does not run.</summary>
    Disabled,

    /// <summary>It runs on the source of a replica only.</summary>
    DisabledOnReplica,
}
