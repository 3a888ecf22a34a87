using System.Globalization;

namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>Numbers of [Identity] that no sequence can have.</summary>
internal static class IdentityRanges
{
    /// <summary>What is wrong with them; null where nothing is.</summary>
    public static string? Problem(Identity identity, LogicalType type, ProviderProfile profile)
    {
        if (!profile.Has(Feature.IdentityOptions) || Range(type) is not { } range) return null;
        var step = identity.Increment ?? 1;
        if (step == 0) return "an increment of 0 goes nowhere";
        if (identity.Cache < 1) return "a cache holds at least 1";
        // As the server takes what is not given.
        var least = identity.Min ?? (step > 0 ? 1 : range.Least);
        var greatest = identity.Max ?? (step > 0 ? range.Greatest : -1);
        return Problem(least, greatest, identity.Start ?? (step > 0 ? least : greatest), range);
    }

    private static string? Problem(long least, long greatest, long start, (long Least, long Greatest) range) =>
        least < range.Least ? $"the type has no number below {Text(range.Least)}"
            : greatest > range.Greatest ? $"the type has no number above {Text(range.Greatest)}"
            : least >= greatest ? $"Min ({Text(least)}) is not below Max ({Text(greatest)})"
            : start < least ? $"it starts at {Text(start)}, below its least number ({Text(least)})"
            : start > greatest ? $"it starts at {Text(start)}, above its greatest number ({Text(greatest)})" : null;

    private static (long Least, long Greatest)? Range(LogicalType type) => type switch
    {
        LogicalType.Int16 => (short.MinValue, short.MaxValue),
        LogicalType.Int32 => (int.MinValue, int.MaxValue),
        LogicalType.Int64 => (long.MinValue, long.MaxValue),
        _ => null,
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
