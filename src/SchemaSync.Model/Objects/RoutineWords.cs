namespace SchemaSync.Model.Objects;

/// <summary>What a routine promises about its result (PostgreSQL; MySQL and MariaDB know the first and the last).</summary>
public enum Volatility
{
    /// <summary>It may change from call to call.</summary>
    Volatile,
    /// <summary>It is the same for the same arguments within one statement.</summary>
    Stable,
    /// <summary>It is always the same for the same arguments (MySQL, MariaDB: DETERMINISTIC).</summary>
    Immutable,
}

/// <summary>Whether a routine may run in parallel workers (PostgreSQL).</summary>
public enum ParallelSafety
{
    /// <summary>Never, and no statement that calls it.</summary>
    Unsafe,
    /// <summary>In the leader only.</summary>
    Restricted,
    /// <summary>Anywhere.</summary>
    Safe,
}

/// <summary>With whose rights a routine runs.</summary>
public enum RoutineSecurity
{
    /// <summary>As the provider has it: PostgreSQL invoker, MySQL and MariaDB definer.</summary>
    Default,
    /// <summary>Its owner's.</summary>
    Definer,
    /// <summary>The caller's.</summary>
    Invoker,
}
