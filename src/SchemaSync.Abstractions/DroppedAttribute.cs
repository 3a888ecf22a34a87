using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A column of this class (or, on the assembly, a table) is gone on purpose, and not renamed.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class DroppedAttribute : SchemaAttribute
{
    /// <summary>Sets the name that goes.</summary>
    /// <param name="name">The name in the database, unquoted.</param>
    public DroppedAttribute(string name) => Name = name;

    /// <summary>The name that goes.</summary>
    public string Name { get; }
}
