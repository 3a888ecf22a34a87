using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// How a text column compares and sorts; on a class, every column of the table that has no collation of its own (MySQL, MariaDB).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class CollationAttribute : SchemaAttribute
{
    /// <summary>Sets the collation.</summary>
    /// <param name="name">As the provider calls it, such as <c>NOCASE</c> on SQLite.</param>
    public CollationAttribute(string name) => Name = name;

    /// <summary>As the provider calls it.</summary>
    public string Name { get; }
}
