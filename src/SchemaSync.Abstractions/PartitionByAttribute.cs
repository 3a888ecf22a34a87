using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// How the rows of the table are spread over partitions.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class PartitionByAttribute : SchemaAttribute
{
    /// <summary>Sets the key.</summary>
    /// <param name="sql">What stands after PARTITION BY: <c>RANGE (created_at)</c>; on
    /// MySQL and MariaDB also <c>HASH (id) PARTITIONS 4</c>.</param>
    public PartitionByAttribute(string sql) => Sql = sql;

    /// <summary>What stands after PARTITION BY: <c>RANGE (created_at)</c>; on MySQL
    /// and MariaDB also <c>HASH (id) PARTITIONS 4</c>.</summary>
    public string Sql { get; }
}
