using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The SQL expression a new row gets when it does not name the column.
/// </summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class DefaultSqlAttribute : SchemaAttribute
{
    /// <summary>Sets the expression.</summary>
    /// <param name="sql">In the provider's SQL, without outer parentheses: <c>lower(hex(randomblob(16)))</c>.</param>
    public DefaultSqlAttribute(string sql) => Sql = sql;

    /// <summary>The expression.</summary>
    public string Sql { get; }
}
