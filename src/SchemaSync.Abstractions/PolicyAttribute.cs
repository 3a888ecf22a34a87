using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A row-level security policy of the table (PostgreSQL).
/// </summary>
/// <remarks>
/// Policies count only on a table with <see cref="RowLevelSecurityAttribute"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class PolicyAttribute : SchemaAttribute
{
    /// <summary>Sets the name.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    public PolicyAttribute(string name) => Name = name;

    /// <summary>The name in the database, unquoted.</summary>
    public string Name { get; }

    /// <summary>What it applies to.</summary>
    public PolicyCommand Command { get; set; }

    /// <summary>Has to hold besides all others, instead of being one of several that suffice.</summary>
    public bool Restrictive { get; set; }

    /// <summary>The roles it applies to; without them, everybody.</summary>
    public string[] Roles { get; set; } = [];

    /// <summary>Which existing rows are seen, in SQL.</summary>
    public string? Using { get; set; }

    /// <summary>Which new rows are admitted, in SQL.</summary>
    public string? Check { get; set; }

    /// <summary>What it was called, in the same table (PostgreSQL).</summary>
    public string? RenamedFrom { get; set; }

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
