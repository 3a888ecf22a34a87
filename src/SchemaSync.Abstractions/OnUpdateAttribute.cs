using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// What an update of the row sets the column to when it does not name it (MySQL, MariaDB).
/// </summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class OnUpdateAttribute : SchemaAttribute
{
    /// <summary>Sets the expression.</summary>
    /// <param name="sql"><c>CURRENT_TIMESTAMP</c>, with the digits of the column.</param>
    public OnUpdateAttribute(string sql) => Sql = sql;

    /// <summary><c>CURRENT_TIMESTAMP</c>, with the digits of the column.</summary>
    public string Sql { get; }
}
