using System.Globalization;

namespace SchemaSync.Benchmarks;

/// <summary>A number with its unit.</summary>
internal readonly record struct Quantity(double Value, string Unit)
{
    public static Quantity Milliseconds(double value) => new(value, "ms");

    public static Quantity Megabytes(double value) => new(value, "MB");

    public static Quantity Count(int value) => new(value, "");

    public override string ToString()
    {
        var digits = Value >= 100 || Unit.Length == 0 ? "0" : "0.0";
        return $"{Value.ToString(digits, CultureInfo.InvariantCulture)} {Unit}".TrimEnd();
    }
}
