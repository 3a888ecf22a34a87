using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// An extension that the schema needs (PostgreSQL).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class ExtensionAttribute : SchemaAttribute
{
    /// <summary>Sets the name.</summary>
    /// <param name="name">The name of the extension.</param>
    public ExtensionAttribute(string name) => Name = name;

    /// <summary>The name of the extension.</summary>
    public string Name { get; }

    /// <summary>The version; without it, any.</summary>
    public string? Version { get; set; }

    /// <summary>The schema that holds its objects; without it, the managed one for a
    /// new extension, and any for one that is there.</summary>
    public string? Schema { get; set; }

    /// <summary>The comment that the database keeps with it.</summary>
    public string? Comment { get; set; }
}
