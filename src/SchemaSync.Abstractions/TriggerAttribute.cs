using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A trigger on the class's table or view.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class TriggerAttribute : SchemaAttribute
{
    /// <summary>A trigger whose body stands in a file.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    /// <param name="timing">When it fires.</param>
    /// <param name="on">What it fires on.</param>
    public TriggerAttribute(string name, TriggerTiming timing, TriggerEvent on)
    {
        Name = name;
        Timing = timing;
        Event = on;
    }

    /// <summary>A trigger with its body.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    /// <param name="timing">When it fires.</param>
    /// <param name="on">What it fires on.</param>
    /// <param name="body">SQLite: the statements, without BEGIN and END; MySQL and
    /// MariaDB: one statement, or a block between BEGIN and END.</param>
    public TriggerAttribute(string name, TriggerTiming timing, TriggerEvent on, string body)
        : this(name, timing, on) => Body = body;

    /// <summary>The name in the database.</summary>
    public string Name { get; }

    /// <summary>When it fires.</summary>
    public TriggerTiming Timing { get; }

    /// <summary>What it fires on.</summary>
    public TriggerEvent Event { get; }

    /// <summary>The statements.</summary>
    public string? Body { get; }

    /// <summary>The file that holds the statements instead, relative to the project; it must be among its <c>AdditionalFiles</c>.</summary>
    public string? File { get; set; }

    /// <summary>With <see cref="TriggerEvent.Update"/>: only when one of these properties or columns is assigned.</summary>
    public string[] UpdateOf { get; set; } = [];

    /// <summary>Only for rows where this SQL holds.</summary>
    public string? When { get; set; }

    /// <summary>The function it calls with its constant arguments, such as <c>audit('customers')</c>
    /// (PostgreSQL, where a trigger has no statements of its own).</summary>
    public string? Function { get; set; }

    /// <summary>Fires once for each statement, not for each row (PostgreSQL).</summary>
    public bool PerStatement { get; set; }

    /// <summary>Its firing may wait until commit (PostgreSQL).</summary>
    public bool Constraint { get; set; }

    /// <summary>When a constraint trigger fires.</summary>
    public Deferrability Deferrability { get; set; }

    /// <summary>
    /// The other table that a constraint trigger refers to, with its schema where that is neither this table's nor the tenant's own
    /// (<c>sales.orders</c>).
    /// </summary>
    public string? From { get; set; }

    /// <summary>The name under which it sees the rows as they were (PostgreSQL).</summary>
    public string? OldTable { get; set; }

    /// <summary>The name under which it sees the rows as they are (PostgreSQL).</summary>
    public string? NewTable { get; set; }

    /// <summary>In which sessions it fires (PostgreSQL).</summary>
    public TriggerState State { get; set; }

    /// <summary>The trigger of the same moment right after which it fires (MySQL, MariaDB).</summary>
    public string? Follows { get; set; }

    /// <summary>With whose rights it runs, such as <c>app@%</c>, when that is not whoever creates it (MySQL, MariaDB).</summary>
    public string? Definer { get; set; }

    /// <summary>What it was called, in the same table (PostgreSQL).</summary>
    public string? RenamedFrom { get; set; }

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
