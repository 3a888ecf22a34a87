using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A column of this class (or, on the assembly, a table or a schema) is gone on purpose, and not renamed.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class DroppedAttribute : SchemaAttribute
{
    /// <summary>Sets the name that goes.</summary>
    /// <param name="name">
    /// The name in the database, unquoted; on the assembly with its schema or without (<c>sales.orders</c>), in double quotes if it
    /// holds a point itself.
    /// </param>
    public DroppedAttribute(string name) => Name = name;

    /// <summary>The name that goes.</summary>
    public string Name { get; }

    /// <summary>On the assembly: what it is; without it, a table.</summary>
    public DroppedKind Kind { get; set; }

    /// <summary>
    /// On the assembly: the schema that the table is in (PostgreSQL). Without it, the default of <see cref="DefaultSchemaAttribute"/>;
    /// an empty text means the tenant's own schema.
    /// </summary>
    public string? Schema { get; set; }
}
