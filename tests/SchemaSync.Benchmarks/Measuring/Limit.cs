using System.Globalization;

namespace SchemaSync.Benchmarks;

/// <summary>What a benchmark must keep to.</summary>
internal abstract record Limit
{
    private Limit()
    {
    }

    /// <summary>Whether a figure keeps to it.</summary>
    public abstract bool Holds(Quantity? floor, Quantity measured);

    /// <summary>At most so many times the floor.</summary>
    internal sealed record Times(double Factor) : Limit
    {
        public override bool Holds(Quantity? floor, Quantity measured) => floor is { } f && measured.Value <= f.Value * Factor;

        public override string ToString() => "≤ " + Factor.ToString("0.00", CultureInfo.InvariantCulture) + " ×";
    }

    /// <summary>At most so much more than the floor.</summary>
    internal sealed record Added(Quantity Amount) : Limit
    {
        public override bool Holds(Quantity? floor, Quantity measured) => floor is { } f && measured.Value - f.Value <= Amount.Value;

        public override string ToString() => $"≤ floor + {Amount}";
    }

    /// <summary>At most so much, whatever the machine.</summary>
    internal sealed record AtMost(Quantity Amount) : Limit
    {
        public override bool Holds(Quantity? floor, Quantity measured) => measured.Value <= Amount.Value;

        public override string ToString() => $"≤ {Amount}";
    }

    /// <summary>Exactly so many.</summary>
    internal sealed record Exactly(int Number) : Limit
    {
        public override bool Holds(Quantity? floor, Quantity measured) => measured.Value == Number;

        public override string ToString() => $"= {Number}";
    }
}
