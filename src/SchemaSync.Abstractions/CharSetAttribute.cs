using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The character set of the column, or of every column of the table that has none of its own (MySQL, MariaDB).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class CharSetAttribute : SchemaAttribute
{
    /// <summary>Sets the character set.</summary>
    /// <param name="name">As the provider calls it, such as <c>utf8mb4</c>.</param>
    public CharSetAttribute(string name) => Name = name;

    /// <summary>As the provider calls it, such as <c>utf8mb4</c>.</summary>
    public string Name { get; }
}
