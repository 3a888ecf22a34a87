namespace SchemaSync;

/// <summary>The database systems a declaration is for; combine them with <c>|</c>.</summary>
[Flags]
public enum Provider
{
    /// <summary>Every provider (the default).</summary>
    All = 0,

    /// <summary>PostgreSQL.</summary>
    PostgreSql = 1,

    /// <summary>MySQL.</summary>
    MySql = 2,

    /// <summary>MariaDB.</summary>
    MariaDb = 4,

    /// <summary>SQLite.</summary>
    Sqlite = 8,
}
