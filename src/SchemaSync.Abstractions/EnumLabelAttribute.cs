using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The word that stands for an enum member in the database.
/// </summary>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class EnumLabelAttribute : SchemaAttribute
{
    /// <summary>Sets the word.</summary>
    /// <param name="label">The word.</param>
    public EnumLabelAttribute(string label) => Label = label;

    /// <summary>The word.</summary>
    public string Label { get; }

    /// <summary>The word that stood for it before (PostgreSQL): renamed in every row, never added beside the old one.</summary>
    public string? RenamedFrom { get; set; }
}
