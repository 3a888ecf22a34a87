using System.Globalization;

namespace SchemaSync.PostgreSql.Planning;

/// <summary>What a change of a column's type costs.</summary>
/// <param name="IsFree">The rows stay as they are (binary compatible, and no limit that becomes narrower).</param>
/// <param name="MayFail">A value may not fit the new type.</param>
/// <param name="Loses">A value that fits may still lose something: digits, a time of day.</param>
/// <param name="NeedsUsing">There is no conversion that the server applies by itself.</param>
internal sealed record TypeChange(bool IsFree, bool MayFail, bool Loses, bool NeedsUsing)
{
    private static readonly string[] Integers = ["smallint", "integer", "bigint"];
    private static readonly string[] Inexact = ["real", "double precision"];
    private static readonly string[] Strings = ["text", "character varying", "character"];
    private static readonly TypeChange Free = new(true, false, false, false);
    private static readonly TypeChange Safe = new(false, false, false, false);
    private static readonly TypeChange Narrow = new(false, true, false, false);
    /// <summary>Between two enum types: a value has its label in both, or none.</summary>
    public static TypeChange ByText { get; } = new(false, true, false, true);

    /// <summary>By an expression that is declared: nobody knows what it keeps.</summary>
    public static TypeChange AsSaid { get; } = new(false, true, true, false);

    private static readonly TypeChange Lossy = new(false, true, true, false);

    /// <summary>Whether an index on the column keeps its order: texts of all lengths
    /// share theirs, times with and without a zone do not.</summary>
    public static bool KeepsIndexes(string from, string to) =>
        Parsed.Of(from).Name == Parsed.Of(to).Name || (Strings.Contains(Parsed.Of(from).Name) && Strings.Contains(Parsed.Of(to).Name))
            || (from, to) == ("cidr", "inet");

    /// <summary>Whether values get or lose a zone: they are taken for UTC, whatever whoever wrote them meant.</summary>
    public static bool MovesZone(string from, string to) => (Parsed.Of(from).Name, Parsed.Of(to).Name) is
        ("timestamp without time zone" or "date", "timestamp with time zone")
            or ("timestamp with time zone", "timestamp without time zone" or "date" or "time without time zone");

    /// <summary>From one spelling of <c>format_type</c> to another (manual, ALTER TABLE, and pg_cast).</summary>
    public static TypeChange Of(string from, string to)
    {
        if (from == to) return Free;
        if (from.EndsWith("[]", StringComparison.Ordinal) && to.EndsWith("[]", StringComparison.Ordinal))
            return Of(from[..^2], to[..^2]) with { IsFree = false, NeedsUsing = true };
        var (b, a) = (Parsed.Of(from), Parsed.Of(to));
        if (b.Name == a.Name) return SameName(b, a);
        if (Strings.Contains(a.Name)) return ToString(b, a);
        if (Strings.Contains(b.Name)) return Narrow with { NeedsUsing = true };
        return Numbers(b, a) ?? Times(b, a) ?? (b.Name, a.Name) switch
        {
            ("cidr", "inet") => Free,
            ("jsonb", "json") => Safe with { NeedsUsing = true },
            // Keys that come twice and their order are gone, and \u0000 is refused (manual, JSON Types).
            ("json", "jsonb") => Lossy with { NeedsUsing = true },
            _ => Lossy with { NeedsUsing = true },
        };
    }

    private static TypeChange SameName(Parsed b, Parsed a) => a.Name switch
    {
        "character varying" or "bit varying" => Wider(b.First, a.First) ? Free : Narrow,
        "character" => Wider(b.First, a.First) ? Safe : Narrow,
        // Never filled up nor cut by itself: every other length fails.
        "bit" => Narrow,
        "numeric" => Numeric(b, a),
        "timestamp without time zone" or "timestamp with time zone" or "time without time zone" or "time with time zone" or "interval" =>
            Wider(b.First ?? 6, a.First ?? 6) ? Free : Lossy with { MayFail = false },
        _ => Lossy with { NeedsUsing = true },
    };

    private static TypeChange Numeric(Parsed b, Parsed a)
    {
        if (a.First is not { } digits) return Free;
        if (b.First is not { } before) return Lossy;
        var (scale, former) = (a.Second ?? 0, b.Second ?? 0);
        if (scale == former && digits >= before) return Free;
        return scale >= former && digits - scale >= before - former ? Safe : Lossy;
    }

    private static TypeChange ToString(Parsed b, Parsed a) => (b.Name, a) switch
    {
        ("text" or "character varying", { Name: "text" } or { Name: "character varying", First: null }) => Free,
        ("character", { Name: "text" } or { Name: "character varying", First: null }) => Safe,
        (_, { Name: "text" } or { Name: "character varying", First: null }) => Safe,
        _ => Narrow,
    };

    private static TypeChange? Numbers(Parsed b, Parsed a)
    {
        var (i, j) = (Array.IndexOf(Integers, b.Name), Array.IndexOf(Integers, a.Name));
        if (i >= 0) return FromInteger(i, j, a);
        if (b.Name == "real" && a.Name == "double precision") return Safe;
        return (b.Name == "numeric" || Inexact.Contains(b.Name)) && (j >= 0 || a.Name == "numeric" || Inexact.Contains(a.Name))
            ? Lossy
            : null;
    }

    private static TypeChange? FromInteger(int size, int other, Parsed a)
    {
        if (other >= 0) return other > size ? Safe : Narrow;
        if (a.Name == "numeric") return a.First is null ? Safe : Narrow;
        if (!Inexact.Contains(a.Name)) return null;
        return a.Name == "double precision" && size < 2 ? Safe : Lossy with { MayFail = false };
    }

    // The session's zone is UTC, so that the stored value stays (manual, ALTER TABLE, since version 12).
    private static TypeChange? Times(Parsed b, Parsed a) => (b.Name, a.Name) switch
    {
        ("timestamp without time zone", "timestamp with time zone") or ("timestamp with time zone", "timestamp without time zone") =>
            Wider(b.First ?? 6, a.First ?? 6) ? Free : Lossy with { MayFail = false },
        ("date", "timestamp without time zone" or "timestamp with time zone") => Safe,
        ("timestamp without time zone" or "timestamp with time zone", "date" or "time without time zone") => Lossy with { MayFail = false },
        _ => null,
    };

    private static bool Wider(int? from, int? to) => to is null || (from is { } limit && to >= limit);

    /// <summary>A type's name without its limits, and the limits.</summary>
    private sealed record Parsed(string Name, int? First, int? Second)
    {
        public static Parsed Of(string type)
        {
            var open = type.IndexOf('(', StringComparison.Ordinal);
            var close = type.IndexOf(')', StringComparison.Ordinal);
            if (open < 0 || close < open) return new(type, null, null);
            var numbers = type[(open + 1)..close].Split(',')
                .Select(n => int.TryParse(n, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
                .ToList();
            return new(type[..open] + type[(close + 1)..], numbers[0], numbers.Count > 1 ? numbers[1] : null);
        }
    }
}
