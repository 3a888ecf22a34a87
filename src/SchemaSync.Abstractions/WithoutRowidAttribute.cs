using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The table is WITHOUT ROWID: SQLite stores it in its primary key.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class WithoutRowidAttribute : SchemaAttribute;
