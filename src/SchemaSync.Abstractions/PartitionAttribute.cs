using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A partition of the table: on PostgreSQL a table of its own, on MySQL and MariaDB a part of this one.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class PartitionAttribute : SchemaAttribute
{
    /// <summary>A partition that the server fills by itself (HASH and KEY on MySQL and MariaDB).</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    public PartitionAttribute(string name) => Name = name;

    /// <summary>A partition with its rows.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    /// <param name="values">Which rows it takes. PostgreSQL: <c>FOR VALUES FROM (1) TO (9)</c> or
    /// <c>DEFAULT</c>; MySQL and MariaDB: <c>LESS THAN (9)</c> or <c>IN (1, 2)</c>.</param>
    public PartitionAttribute(string name, string values)
    {
        Name = name;
        Values = values;
    }

    /// <summary>The name in the database, unquoted.</summary>
    public string Name { get; }

    /// <summary>Which rows it takes. PostgreSQL: <c>FOR VALUES FROM (1) TO (9)</c> or <c>DEFAULT</c>;
    /// MySQL and MariaDB: <c>LESS THAN (9)</c> or <c>IN (1, 2)</c>.</summary>
    public string? Values { get; }

    /// <summary>The schema it is in (PostgreSQL). Without it, that of its table; an empty text means the tenant's own schema.</summary>
    public string? Schema { get; set; }

    /// <summary>
    /// The partition of which it is a part (PostgreSQL), with its schema where that is not the table's
    /// (<c>archive.events_2026</c>); without it, the table itself.
    /// </summary>
    public string? Of { get; set; }

    /// <summary>How it is divided in turn (PostgreSQL).</summary>
    public string? PartitionBy { get; set; }

    /// <summary>Options of the partition, such as <c>"fillfactor=70"</c> or <c>"ENGINE=InnoDB"</c>.</summary>
    public string[] Options { get; set; } = [];
}
