using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A procedure (PostgreSQL, MySQL, MariaDB).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class ProcedureAttribute : SchemaAttribute
{
    /// <summary>A procedure whose body stands in a file.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    public ProcedureAttribute(string name) => Name = name;

    /// <summary>A procedure with its body.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    /// <param name="body">The body, in the procedure's language, without quotes around it.</param>
    public ProcedureAttribute(string name, string body)
    {
        Name = name;
        Body = body;
    }

    /// <summary>The name in the database, unquoted.</summary>
    public string Name { get; }

    /// <summary>The body, in the procedure's language, without quotes around it.</summary>
    public string? Body { get; }

    /// <summary>The file that holds the SQL instead, relative to the project; it must be among its <c>AdditionalFiles</c>.</summary>
    public string? File { get; set; }

    /// <summary>What stands between the parentheses, in the provider's SQL: <c>amount numeric, rate numeric DEFAULT 0.2</c>.</summary>
    public string? Arguments { get; set; }

    /// <summary>The language (PostgreSQL); without it, SQL.</summary>
    public string? Language { get; set; }

    /// <summary>The body is parsed when the procedure is created: <c>BEGIN ATOMIC … END</c> (PostgreSQL).</summary>
    public bool Atomic { get; set; }

    /// <summary>Does the same for the same arguments (MySQL, MariaDB).</summary>
    public bool Deterministic { get; set; }

    /// <summary>With whose rights it runs.</summary>
    public RoutineSecurity Security { get; set; }

    /// <summary>What it does with data (MySQL, MariaDB).</summary>
    public DataAccess DataAccess { get; set; }

    /// <summary>With whose rights it runs, such as <c>app@%</c>, when that is not whoever creates it (MySQL, MariaDB).</summary>
    public string? Definer { get; set; }

    /// <summary>Session settings while it runs, such as <c>"search_path=public"</c> (PostgreSQL).</summary>
    public string[] Settings { get; set; } = [];

    /// <summary>
    /// The schema it is in (PostgreSQL). Without it, that of the table on whose class it stands, else the default of
    /// <see cref="DefaultSchemaAttribute"/>; an empty text means the tenant's own schema.
    /// </summary>
    public string? Schema { get; set; }

    /// <summary>What it was called, in the same schema, with the same arguments (PostgreSQL).</summary>
    public string? RenamedFrom { get; set; }

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
