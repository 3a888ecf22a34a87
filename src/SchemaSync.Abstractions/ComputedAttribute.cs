using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The database computes the column from others of the row.
/// </summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class ComputedAttribute : SchemaAttribute
{
    /// <summary>Sets the expression.</summary>
    /// <param name="sql">In the provider's SQL, without outer parentheses: <c>price * quantity</c>.</param>
    public ComputedAttribute(string sql) => Sql = sql;

    /// <summary>The expression.</summary>
    public string Sql { get; }

    /// <summary>Kept with the row instead of computed on reading.</summary>
    public bool Stored { get; set; }
}
