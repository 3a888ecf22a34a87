using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A generator of numbers (PostgreSQL, MariaDB).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class SequenceAttribute : SchemaAttribute
{
    /// <summary>Sets the name.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    public SequenceAttribute(string name) => Name = name;

    /// <summary>The name in the database, unquoted.</summary>
    public string Name { get; }

    /// <summary>The type of its numbers (PostgreSQL): <c>smallint</c>, <c>integer</c> or <c>bigint</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The first number.</summary>
    public long Start { get; set; }

    /// <summary>The distance between numbers.</summary>
    public long Increment { get; set; }

    /// <summary>The least number.</summary>
    public long Min { get; set; }

    /// <summary>The greatest number.</summary>
    public long Max { get; set; }

    /// <summary>How many numbers a session takes at once.</summary>
    public long Cache { get; set; }

    /// <summary>Begins again after the last number.</summary>
    public bool Cycle { get; set; }

    /// <summary>On the class of a table: the property or column with which it is dropped (PostgreSQL).</summary>
    public string? OwnedBy { get; set; }

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
