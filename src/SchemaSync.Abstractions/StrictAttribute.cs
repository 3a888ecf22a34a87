using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The table is STRICT: SQLite checks the type of every value.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class StrictAttribute : SchemaAttribute;
