using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The table shows and admits only the rows that its policies let through (PostgreSQL).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class RowLevelSecurityAttribute : SchemaAttribute
{
    /// <summary>For the table's owner as well.</summary>
    public bool Force { get; set; }
}
