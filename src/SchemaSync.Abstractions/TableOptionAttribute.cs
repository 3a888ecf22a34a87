using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// An option of the table in the provider's own words, such as <c>ENGINE</c>, <c>ROW_FORMAT</c> or <c>fillfactor</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class TableOptionAttribute : SchemaAttribute
{
    /// <summary>An option that is only there or not.</summary>
    /// <param name="name">Its name.</param>
    public TableOptionAttribute(string name) => Name = name;

    /// <summary>An option with a value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public TableOptionAttribute(string name, string value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its value.</summary>
    public string? Value { get; }
}
