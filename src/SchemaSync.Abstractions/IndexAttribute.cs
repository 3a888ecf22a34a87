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
    /// In key order, each the name of a property or column, or an expression in parentheses (<c>"(lower(email))"</c>), optionally with
    /// <c>COLLATE x</c>, an operator class (PostgreSQL: <c>"name gin_trgm_ops"</c>),
    /// <c>ASC</c> or <c>DESC</c> (<c>"last_name DESC"</c>) and
    /// <c>NULLS FIRST</c> or <c>NULLS LAST</c> (PostgreSQL); a length after a column
    /// indexes its beginning (MySQL, MariaDB: <c>"body(20)"</c>).
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

    /// <summary>Where NULLs stand, for every column of the key that does not say so itself (PostgreSQL).</summary>
    public NullsOrder Nulls { get; set; }

    /// <summary>The operator class of every column of the key that does not name its own (PostgreSQL).</summary>
    public string? OperatorClass { get; set; }

    /// <summary>How many leading characters or bytes of every column are indexed, where a
    /// column does not say so itself (MySQL, MariaDB).</summary>
    public int PrefixLength { get; set; }

    /// <summary>Properties or columns carried along without being part of the key (PostgreSQL).</summary>
    public string[] Include { get; set; } = [];

    /// <summary>The kind of index: <c>gin</c>, <c>gist</c>, <c>brin</c>, <c>hash</c> … (PostgreSQL),
    /// <c>FULLTEXT</c>, <c>SPATIAL</c>, <c>HASH</c> (MySQL, MariaDB), <c>VECTOR</c> (MariaDB).</summary>
    public string? Method { get; set; }

    /// <summary>In a unique index, NULL equals NULL (PostgreSQL 15).</summary>
    public bool NullsNotDistinct { get; set; }

    /// <summary>Kept up to date, but not used by queries (MySQL: INVISIBLE, MariaDB: IGNORED).</summary>
    public bool Invisible { get; set; }

    /// <summary>The parser of a full-text index (MySQL, MariaDB).</summary>
    public string? Parser { get; set; }

    /// <summary>Options in the provider's own words, such as <c>"fillfactor=70"</c>.</summary>
    public string[] Options { get; set; } = [];

    /// <summary>What it was called, in the same table (PostgreSQL).</summary>
    public string? RenamedFrom { get; set; }

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
