using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// Keeps the declarations of one referenced project or package out of this project's schema: <c>[assembly: LeaveOut("Audit")]</c>.
/// All others that this project refers to belong to it.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class LeaveOutAttribute : SchemaAttribute
{
    /// <summary>Names the assembly.</summary>
    /// <param name="assembly">Its name without extension.</param>
    public LeaveOutAttribute(string assembly) => Assembly = assembly;

    /// <summary>The assembly's name without extension.</summary>
    public string Assembly { get; }
}
