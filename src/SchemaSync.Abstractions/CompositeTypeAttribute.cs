using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The class is a composite type of PostgreSQL; its public properties are the parts.
/// </summary>
/// <remarks>
/// A property of this class, or an array of it, becomes a column of the type.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class CompositeTypeAttribute : SchemaAttribute
{
    /// <summary>Called after the class.</summary>
    public CompositeTypeAttribute()
    {
    }

    /// <summary>With a name of its own.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    public CompositeTypeAttribute(string name) => Name = name;

    /// <summary>The name in the database, unquoted.</summary>
    public string? Name { get; }

    /// <summary>
    /// The schema it is in (PostgreSQL). Without it, the default of <see cref="DefaultSchemaAttribute"/>; an empty text means the
    /// tenant's own schema.
    /// </summary>
    public string? Schema { get; set; }

    /// <summary>
    /// What it was called (PostgreSQL): <c>mood</c> in the same schema, <c>old.mood</c> in another one that all tenants
    /// share, from which it moves.
    /// </summary>
    public string? RenamedFrom { get; set; }

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
