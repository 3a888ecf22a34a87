using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A condition that no row may violate.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class CheckAttribute : SchemaAttribute
{
    /// <summary>Sets the condition.</summary>
    /// <param name="sql">In the provider's SQL, without outer parentheses: <c>price &gt;= 0</c>.</param>
    public CheckAttribute(string sql) => Sql = sql;

    /// <summary>The condition.</summary>
    public string Sql { get; }

    /// <summary>The constraint's name; without one it stays unnamed.</summary>
    public string? Name { get; set; }

    /// <summary>Partitions and children do not get it (PostgreSQL).</summary>
    public bool NoInherit { get; set; }

    /// <summary>Existing rows are not checked (PostgreSQL).</summary>
    public bool NotValid { get; set; }

    /// <summary>Recorded, but not checked (PostgreSQL 18, MySQL).</summary>
    public bool NotEnforced { get; set; }

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
