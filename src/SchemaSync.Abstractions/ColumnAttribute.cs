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

    /// <summary>
    /// What the values that are there become when the type changes: SQL over the row, such as <c>"to_date(born,
    /// 'DD.MM.YYYY')"</c>. Harmless once every database has the new type; remove it then.
    /// </summary>
    public string? Using { get; set; }

    /// <summary>Left out by <c>SELECT *</c> (MySQL, MariaDB).</summary>
    public bool Invisible { get; set; }

    /// <summary>The spatial reference system of a geometry (MySQL, MariaDB).</summary>
    public int Srid { get; set; }

    /// <summary>How large values are kept: PLAIN, MAIN, EXTERNAL or EXTENDED (PostgreSQL).</summary>
    public string? Storage { get; set; }

    /// <summary>How large values are compressed: pglz or lz4 (PostgreSQL 14).</summary>
    public string? Compression { get; set; }

    /// <summary>Options in the provider's own words, such as <c>"STATISTICS=500"</c>.</summary>
    public string[] Options { get; set; } = [];
}
