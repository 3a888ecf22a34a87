using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// What all attributes have in common. They are read by the compiler only: unless
/// <c>SCHEMASYNC_RUNTIME_ATTRIBUTES</c> is defined, none of them stays in your assembly.
/// </summary>
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public abstract class SchemaAttribute : Attribute
{
    private protected SchemaAttribute()
    {
    }

    /// <summary>
    /// The providers this declaration is for. A declaration for particular providers wins there over
    /// the general one.
    /// </summary>
    public Provider Provider { get; set; }
}
