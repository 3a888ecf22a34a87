namespace SchemaSync;

/// <summary>When a foreign key is checked.</summary>
public enum Deferrability
{
    /// <summary>At each statement (the default).</summary>
    NotDeferrable,

    /// <summary>At each statement, until a transaction asks otherwise.</summary>
    InitiallyImmediate,

    /// <summary>At commit.</summary>
    InitiallyDeferred,
}
