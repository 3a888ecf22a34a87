using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A view. On a class that is no table, or on the assembly.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class ViewAttribute : SchemaAttribute
{
    /// <summary>A view whose query stands in a file.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    public ViewAttribute(string name) => Name = name;

    /// <summary>A view with its query.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    /// <param name="sql">The SELECT, in the provider's SQL.</param>
    public ViewAttribute(string name, string sql)
    {
        Name = name;
        Sql = sql;
    }

    /// <summary>The name in the database.</summary>
    public string Name { get; }

    /// <summary>The query.</summary>
    public string? Sql { get; }

    /// <summary>The file that holds the query instead, relative to the project; it must be among its <c>AdditionalFiles</c>.</summary>
    public string? File { get; set; }

    /// <summary>Column names for the view's head, where the query does not name them.</summary>
    public string[] Columns { get; set; } = [];

    /// <summary>Reads with the rights of whoever asks (PostgreSQL 15, MySQL, MariaDB).</summary>
    public bool SecurityInvoker { get; set; }

    /// <summary>Hides its rows from functions of the query around it (PostgreSQL).</summary>
    public bool SecurityBarrier { get; set; }

    /// <summary>Which rows may be written through it (PostgreSQL, MySQL, MariaDB).</summary>
    public ViewCheckOption CheckOption { get; set; }

    /// <summary>How it is worked into a query (MySQL, MariaDB).</summary>
    public ViewAlgorithm Algorithm { get; set; }

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
