namespace SchemaSync;

/// <summary>Whether a function may run in parallel workers (PostgreSQL).</summary>
public enum ParallelSafety
{
    /// <summary>Never, and no statement that calls it.</summary>
    Unsafe,

    /// <summary>In the leader only.</summary>
    Restricted,

    /// <summary>Anywhere.</summary>
    Safe,
}
