using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The table or column used to have another name: it is renamed and keeps its rows.
/// </summary>
/// <remarks>
/// Harmless once every database is renamed; remove it then.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class RenamedFromAttribute : SchemaAttribute
{
    /// <summary>Sets the earlier name.</summary>
    /// <param name="name">
    /// The name in the database so far, unquoted; that of a table in double quotes if it holds a point. With a schema
    /// (<c>old.orders</c>) a table in a schema moves there from the other one (PostgreSQL).
    /// </param>
    public RenamedFromAttribute(string name) => Name = name;

    /// <summary>The earlier name.</summary>
    public string Name { get; }
}
