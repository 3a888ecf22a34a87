using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The values of a C# enum are words in the database: on PostgreSQL an enum type, on MySQL and
/// MariaDB an ENUM column (SET for <c>[Flags]</c>), on SQLite a text with a check.
/// </summary>
/// <remarks>
/// A word is the member's name in the naming of the schema (<c>PaidInFull</c> becomes <c>paid_in_full</c>), unless
/// <see cref="EnumLabelAttribute"/> gives another one. Without this attribute an enum is a number.
/// </remarks>
[AttributeUsage(AttributeTargets.Enum | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class EnumTypeAttribute : SchemaAttribute
{
    /// <summary>On an enum: called after it.</summary>
    public EnumTypeAttribute()
    {
    }

    /// <summary>On an enum: its name in the database. On the assembly: an enum type with these words (PostgreSQL).</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    /// <param name="values">On the assembly: the words in their order.</param>
    public EnumTypeAttribute(string name, params string[] values)
    {
        Name = name;
        Values = values;
    }

    /// <summary>The name in the database, unquoted.</summary>
    public string? Name { get; }

    /// <summary>On the assembly: the words in their order.</summary>
    public string[] Values { get; } = [];

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
