using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The schema of what does not name one itself (PostgreSQL): <c>[assembly: DefaultSchema("sales")]</c>. Without it, that is the
/// tenant's own schema.
/// </summary>
/// <remarks>
/// With <see cref="Namespace"/> it holds for the classes and enums in that namespace and beneath it; of several the longest one
/// that fits counts.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class DefaultSchemaAttribute : SchemaAttribute
{
    /// <summary>Sets the schema.</summary>
    /// <param name="schema">The name in the database, unquoted; an empty text means the tenant's own schema.</param>
    public DefaultSchemaAttribute(string schema) => Schema = schema;

    /// <summary>The name in the database, unquoted; an empty text means the tenant's own schema.</summary>
    public string Schema { get; }

    /// <summary>The C# namespace it holds for; without it, the whole assembly.</summary>
    public string? Namespace { get; set; }
}
