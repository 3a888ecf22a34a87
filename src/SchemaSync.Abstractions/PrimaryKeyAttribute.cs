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
}
