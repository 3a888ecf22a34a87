using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The primary key: on the property, or on the class with its columns in key order.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class PrimaryKeyAttribute : SchemaAttribute
{
    /// <summary>On a property: this column alone is the key.</summary>
    public PrimaryKeyAttribute()
    {
    }

    /// <summary>On a class: these columns together are the key.</summary>
    /// <param name="columns">Names of properties or columns, in key order.</param>
    public PrimaryKeyAttribute(params string[] columns) => Columns = columns;

    /// <summary>The columns of a key declared on the class.</summary>
    public string[] Columns { get; } = [];

    /// <summary>The constraint's name; without one it stays unnamed.</summary>
    public string? Name { get; set; }

    /// <summary>Properties or columns carried along in its index (PostgreSQL).</summary>
    public string[] Include { get; set; } = [];

    /// <summary>When it is checked (PostgreSQL).</summary>
    public Deferrability Deferrability { get; set; }

    /// <summary>The last column is a period, and the periods of one key may not overlap (PostgreSQL 18, MariaDB).</summary>
    public bool WithoutOverlaps { get; set; }

    /// <summary>Options in the provider's own words, such as <c>"fillfactor=70"</c>.</summary>
    public string[] Options { get; set; } = [];

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
