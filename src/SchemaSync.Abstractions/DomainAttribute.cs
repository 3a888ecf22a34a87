using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A domain (PostgreSQL): a type with a default and checks. A column takes it with <c>[Column(Type = "name")]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class DomainAttribute : SchemaAttribute
{
    /// <summary>Sets name and type.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    /// <param name="type">The type it restricts, in the provider's spelling.</param>
    public DomainAttribute(string name, string type)
    {
        Name = name;
        Type = type;
    }

    /// <summary>The name in the database, unquoted.</summary>
    public string Name { get; }

    /// <summary>The type it restricts, in the provider's spelling.</summary>
    public string Type { get; }

    /// <summary>Refuses NULL.</summary>
    public bool NotNull { get; set; }

    /// <summary>The SQL expression of the default.</summary>
    public string? Default { get; set; }

    /// <summary>The collation, when it is not the type's own.</summary>
    public string? Collation { get; set; }

    /// <summary>What every value has to satisfy; <c>VALUE</c> stands for it.</summary>
    public string? Check { get; set; }

    /// <summary>The name of the check.</summary>
    public string? CheckName { get; set; }

    /// <summary>
    /// The schema it is in (PostgreSQL). Without it, that of the table on whose class it stands, else the default of
    /// <see cref="DefaultSchemaAttribute"/>; an empty text means the tenant's own schema.
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
