using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// An index: on the property, or on the class with its columns.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class IndexAttribute : SchemaAttribute
{
    /// <summary>On a property: an index on this column.</summary>
    public IndexAttribute()
    {
    }

    /// <summary>On a class: an index on these columns.</summary>
    /// <param name="columns">
    /// In key order, each the name of a property or column, optionally with <c>COLLATE x</c> and <c>ASC</c> or <c>DESC</c>
    /// (<c>"last_name DESC"</c>), or an expression in parentheses (<c>"(lower(email))"</c>).
    /// </param>
    public IndexAttribute(params string[] columns) => Columns = columns;

    /// <summary>The columns and expressions of an index declared on the class.</summary>
    public string[] Columns { get; } = [];

    /// <summary>The name; without one <c>ix_table_columns</c>, for a unique index <c>ux_table_columns</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Two rows may not share a key.</summary>
    public bool Unique { get; set; }

    /// <summary>Only rows for which this SQL holds are in the index.</summary>
    public string? Where { get; set; }

    /// <summary>On a property: from the greatest to the least.</summary>
    public bool Descending { get; set; }

    /// <summary>The collation of every column of the key that does not name its own.</summary>
    public string? Collation { get; set; }
}
