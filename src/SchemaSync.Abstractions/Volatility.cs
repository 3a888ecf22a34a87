namespace SchemaSync;

/// <summary>What a function promises about its result.</summary>
public enum Volatility
{
    /// <summary>It may change from call to call.</summary>
    Volatile,

    /// <summary>It is the same for the same arguments within one statement (PostgreSQL).</summary>
    Stable,

    /// <summary>It is always the same for the same arguments (MySQL, MariaDB: DETERMINISTIC).</summary>
    Immutable,
}
