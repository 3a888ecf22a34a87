using System.Diagnostics;

namespace SchemaSync;

/// <summary>
/// Decimal digits of a number, or fractional digits of a second.
/// </summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional("SCHEMASYNC_RUNTIME_ATTRIBUTES")]
public sealed class PrecisionAttribute : SchemaAttribute
{
    /// <summary>Sets the digits.</summary>
    /// <param name="precision">Decimal digits in all; for times, digits after the second.</param>
    public PrecisionAttribute(int precision) => Precision = precision;

    /// <summary>Sets the digits.</summary>
    /// <param name="precision">Decimal digits in all.</param>
    /// <param name="scale">Digits after the point.</param>
    public PrecisionAttribute(int precision, int scale)
    {
        Precision = precision;
        Scale = scale;
    }

    /// <summary>Decimal digits in all; for times, digits after the second.</summary>
    public int Precision { get; }

    /// <summary>Digits after the point.</summary>
    public int Scale { get; }
}
