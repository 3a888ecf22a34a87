using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The class is a table; its public properties are the columns.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class TableAttribute : SchemaAttribute
{
    /// <summary>Without a name, the table is called after the class: <c>OrderLine</c> becomes <c>order_line</c>.</summary>
    public TableAttribute()
    {
    }

    /// <summary>A table with a name of its own.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    public TableAttribute(string name) => Name = name;

    /// <summary>The name in the database; null for the class's own.</summary>
    public string? Name { get; }

    /// <summary>
    /// The schema it is in (PostgreSQL). Without it, the default of <see cref="DefaultSchemaAttribute"/>; an empty text means the
    /// tenant's own schema.
    /// </summary>
    public string? Schema { get; set; }
}
