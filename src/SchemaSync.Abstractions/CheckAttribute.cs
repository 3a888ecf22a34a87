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
}
