using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The property is no column.
/// </summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class IgnoreAttribute : SchemaAttribute;
