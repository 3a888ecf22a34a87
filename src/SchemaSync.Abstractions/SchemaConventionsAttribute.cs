using System.Diagnostics;

namespace SchemaSync;

/// <summary>Whose rules hold in this assembly: <c>[assembly: SchemaConventions(Conventions.EntityFramework)]</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class SchemaConventionsAttribute : SchemaAttribute
{
    /// <summary>Sets the rules.</summary>
    /// <param name="conventions">For everything that no attribute says.</param>
    public SchemaConventionsAttribute(Conventions conventions) => Conventions = conventions;

    /// <summary>For everything that no attribute says.</summary>
    public Conventions Conventions { get; }
}
