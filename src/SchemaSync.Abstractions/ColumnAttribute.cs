using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The column's name or type, where it is not the property's own.
/// </summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class ColumnAttribute : SchemaAttribute
{
    /// <summary>Keeps the name: <c>CreatedAt</c> becomes <c>created_at</c>.</summary>
    public ColumnAttribute()
    {
    }

    /// <summary>A column with a name of its own.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    public ColumnAttribute(string name) => Name = name;

    /// <summary>The name in the database; null for the property's own.</summary>
    public string? Name { get; }

    /// <summary>The type in the provider's own spelling, such as <c>TEXT</c> or <c>numeric(12,2)</c>.</summary>
    public string? Type { get; set; }
}
