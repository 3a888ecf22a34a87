using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A view whose rows are kept (PostgreSQL). On a class that is no table, whose [Index] attributes are its indexes, or on the assembly.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class MaterializedViewAttribute : SchemaAttribute
{
    /// <summary>A materialized view whose query stands in a file.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    public MaterializedViewAttribute(string name) => Name = name;

    /// <summary>A materialized view with its query.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    /// <param name="sql">The SELECT.</param>
    public MaterializedViewAttribute(string name, string sql)
    {
        Name = name;
        Sql = sql;
    }

    /// <summary>The name in the database, unquoted.</summary>
    public string Name { get; }

    /// <summary>The SELECT.</summary>
    public string? Sql { get; }

    /// <summary>The file that holds the SQL instead, relative to the project; it must be among its <c>AdditionalFiles</c>.</summary>
    public string? File { get; set; }

    /// <summary>Column names for the view's head, where the query does not name them.</summary>
    public string[] Columns { get; set; } = [];

    /// <summary>Storage parameters, such as <c>"fillfactor=70"</c>, or <c>"TABLESPACE=fast"</c>.</summary>
    public string[] Options { get; set; } = [];

    /// <summary>
    /// The schema it is in (PostgreSQL). Without it, that of the table on whose class it stands, else the default of
    /// <see cref="DefaultSchemaAttribute"/>; an empty text means the tenant's own schema.
    /// </summary>
    public string? Schema { get; set; }

    /// <summary>What it was called, in the same schema (PostgreSQL).</summary>
    public string? RenamedFrom { get; set; }

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
