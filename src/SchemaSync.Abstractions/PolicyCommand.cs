namespace SchemaSync;

/// <summary>What a row-level security policy applies to.</summary>
public enum PolicyCommand
{
    /// <summary>Every statement.</summary>
    All,

    /// <summary>Reading.</summary>
    Select,

    /// <summary>New rows.</summary>
    Insert,

    /// <summary>Changed rows.</summary>
    Update,

    /// <summary>Removed rows.</summary>
    Delete,
}
