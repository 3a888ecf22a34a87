using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// A class whose attributes, and those of its properties, are read as if they stood on another: of a class that is generated, or another
/// project's. Conventions have to read that class (<see cref="SchemaConventionsAttribute"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class SchemaConfigurationAttribute : SchemaAttribute
{
    /// <summary>Names the class.</summary>
    /// <param name="type">The class that the attributes are for.</param>
    public SchemaConfigurationAttribute(Type type) => Type = type;

    /// <summary>The class that the attributes are for.</summary>
    public Type Type { get; }
}
