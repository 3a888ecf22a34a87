using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A unique constraint: on the property, or on the class with its columns.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class UniqueAttribute : SchemaAttribute
{
    /// <summary>On a property: its values are unique.</summary>
    public UniqueAttribute()
    {
    }

    /// <summary>On a class: these columns together are unique.</summary>
    /// <param name="columns">Names of properties or columns, in key order.</param>
    public UniqueAttribute(params string[] columns) => Columns = columns;

    /// <summary>The columns of a constraint declared on the class.</summary>
    public string[] Columns { get; } = [];

    /// <summary>The constraint's name; without one it stays unnamed.</summary>
    public string? Name { get; set; }

    /// <summary>Properties or columns carried along in its index (PostgreSQL).</summary>
    public string[] Include { get; set; } = [];

    /// <summary>NULL equals NULL (PostgreSQL 15).</summary>
    public bool NullsNotDistinct { get; set; }

    /// <summary>When it is checked (PostgreSQL).</summary>
    public Deferrability Deferrability { get; set; }

    /// <summary>The last column is a period, and the periods of one key may not overlap (PostgreSQL 18, MariaDB).</summary>
    public bool WithoutOverlaps { get; set; }

    /// <summary>Options in the provider's own words, such as <c>"fillfactor=70"</c>.</summary>
    public string[] Options { get; set; } = [];

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
