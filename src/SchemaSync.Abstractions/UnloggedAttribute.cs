using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// The table is kept out of the write-ahead log (PostgreSQL): faster, and empty after a crash.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class UnloggedAttribute : SchemaAttribute
{

}
