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
}
