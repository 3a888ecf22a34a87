using System.Diagnostics;

namespace SchemaSync;

/// <summary>How names come about in this assembly: <c>[assembly: SchemaNaming(Naming.AsIs)]</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class SchemaNamingAttribute : SchemaAttribute
{
    /// <summary>Sets the rule.</summary>
    /// <param name="naming">For classes and properties without an explicit name.</param>
    public SchemaNamingAttribute(Naming naming) => Naming = naming;

    /// <summary>For classes and properties without an explicit name.</summary>
    public Naming Naming { get; }
}
