namespace SchemaSync;

/// <summary>What a routine does with data (MySQL, MariaDB).</summary>
public enum DataAccess
{
    /// <summary>Neither reads nor writes rows.</summary>
    ContainsSql,

    /// <summary>Has no SQL in it.</summary>
    NoSql,

    /// <summary>Reads rows.</summary>
    ReadsSqlData,

    /// <summary>Writes rows.</summary>
    ModifiesSqlData,
}
