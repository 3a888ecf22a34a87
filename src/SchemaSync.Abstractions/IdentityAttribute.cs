using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The database numbers the rows (identity, auto-increment).
/// </summary>
/// <remarks>
/// On SQLite only for a whole number that is the primary key by itself: <c>INTEGER PRIMARY KEY AUTOINCREMENT</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class IdentityAttribute : SchemaAttribute
{
    /// <summary>The first number, where the provider lets one choose it.</summary>
    public long Start { get; set; }

    /// <summary>The distance between numbers, where the provider lets one choose it.</summary>
    public long Increment { get; set; }

    /// <summary>A value of the statement's own is refused (PostgreSQL).</summary>
    public bool Always { get; set; }

    /// <summary>The least number (PostgreSQL).</summary>
    public long Min { get; set; }

    /// <summary>The greatest number (PostgreSQL).</summary>
    public long Max { get; set; }

    /// <summary>How many numbers a session takes at once (PostgreSQL).</summary>
    public long Cache { get; set; }

    /// <summary>Begins again after the last number (PostgreSQL).</summary>
    public bool Cycle { get; set; }
}
