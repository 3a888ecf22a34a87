using System.Globalization;

namespace SchemaSync.MySql.Planning;

/// <summary>Partitions whose rows go to others: rows of <paramref name="Before"/> are all taken by <paramref name="After"/>. Without the
/// one partitions are new, without the other their rows have no place.</summary>
internal sealed record PartitionMove(EquatableArray<Partition> Before, EquatableArray<Partition> After)
{
    /// <summary>Whether rows are written to another partition.</summary>
    public bool IsReorganized => !Before.IsEmpty && !After.IsEmpty;
}

/// <summary>
/// Which partitions take over the rows of which, as few as possible; null where that cannot be told, so that all rows have to be divided
/// anew.
/// Rows are never dropped while a partition takes them.
/// </summary>
internal static class PartitionMoves
{
    /// <summary>The moves between two lists of partitions of one kind.</summary>
    public static IReadOnlyList<PartitionMove>? Between(SqlExpression by, EquatableArray<Partition> before,
        EquatableArray<Partition> after)
    {
        if (before.IsEmpty || after.IsEmpty || before.Concat(after).Any(p => p.Values is null)) return null;
        var words = Lexer.Read(by.Canonical).Significant;
        var moves = words[0].IsWord("RANGE") ? Ranges(before, after) : words[0].IsWord("LIST") ? Lists(before, after) : null;
        return moves is null ? null : Apart(moves);
    }

    // Between two bounds that stay, the partitions of both sides hold the same rows.
    private static List<PartitionMove>? Ranges(EquatableArray<Partition> before, EquatableArray<Partition> after)
    {
        var bounds = after.Select(p => p.Values!.Canonical).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var moves = new List<PartitionMove>();
        var (b, a) = (0, 0);
        foreach (var bound in before.Select(p => p.Values!.Canonical).Where(bounds.Contains).ToList())
        {
            var (endB, endA) = (b, a);
            while (!Same(before[endB].Values!.Canonical, bound)) endB++;
            while (!Same(after[endA].Values!.Canonical, bound)) endA++;
            moves.Add(new([.. before.Skip(b).Take(endB + 1 - b)], [.. after.Skip(a).Take(endA + 1 - a)]));
            (b, a) = (endB + 1, endA + 1);
        }

        var rest = new PartitionMove([.. before.Skip(b)], [.. after.Skip(a)]);
        // A last range that ends earlier drops the rows behind it, and the server says nothing.
        if (rest.IsReorganized && !IsHigher(rest.Before[^1].Values!.Canonical, rest.After[^1].Values!.Canonical)) return null;
        moves.Add(rest);
        return moves;
    }

    private static bool IsHigher(string before, string after) => (Bound(before), Bound(after)) switch
    {
        (_, { } high) when high.IsWord("MAXVALUE") => true,
        ({ Kind: SqlTokenKind.Number } low, { Kind: SqlTokenKind.Number } high) =>
            decimal.TryParse(low.Span, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var one)
            && decimal.TryParse(high.Span, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var other) && one < other,
        // Moments of one form are in the same order as texts and as what they mean.
        ({ Kind: SqlTokenKind.String } low, { Kind: SqlTokenKind.String } high) => low.Length == high.Length
            && $"{low}{high}".All(c => c is '\'' or '-' or ':' or ' ' || char.IsAsciiDigit(c))
            && string.CompareOrdinal(low.ToString(), high.ToString()) < 0,
        _ => false,
    };

    // LESS THAN (x) or LESS THAN MAXVALUE; of several columns none is known.
    private static SqlToken? Bound(string values) => Lexer.Read(values).Significant switch
    {
        [_, _, var only] => only,
        [_, _, _, var inside, _] => inside,
        _ => null,
    };

    // Partitions that have a value in common belong together, and so do those that have one in common with these.
    private static List<PartitionMove>? Lists(EquatableArray<Partition> before, EquatableArray<Partition> after)
    {
        var moves = new List<(List<Partition> Before, List<Partition> After, HashSet<string> Values)>();
        foreach (var (partition, isBefore) in before.Select(p => (p, true)).Concat(after.Select(p => (p, false))))
        {
            if (Values(partition) is not { } values) return null;
            var joined = (Before: new List<Partition>(), After: new List<Partition>(), Values: values);
            foreach (var move in moves.Where(m => m.Values.Overlaps(values)).ToList())
            {
                joined = ([.. move.Before, .. joined.Before], [.. move.After, .. joined.After], [.. move.Values, .. joined.Values]);
                moves.Remove(move);
            }

            (isBefore ? joined.Before : joined.After).Add(partition);
            moves.Add(joined);
        }

        // A reorganized list drops the rows of a value that none takes, and says nothing: dividing all rows anew fails instead.
        return moves.Exists(m => m.Before.Count > 0 && m.After.Count > 0 && !m.After.SelectMany(p => Values(p)!).ToHashSet()
            .IsSupersetOf(m.Before.SelectMany(p => Values(p)!))) ? null
            : [.. moves.Select(m => new PartitionMove(m.Before.ToEquatableArray(), m.After.ToEquatableArray()))];
    }

    /// <summary>The values of a partition by list, each as its tokens are written.</summary>
    private static HashSet<string>? Values(Partition partition)
    {
        var tokens = Lexer.Read(partition.Values!.Canonical).Significant;
        if (tokens.Count < 4 || !tokens[0].IsWord("IN") || !tokens[1].Is("(") || !tokens[^1].Is(")")) return null;
        var values = new HashSet<string>(StringComparer.Ordinal);
        var value = "";
        for (var (i, depth) = (2, 0); i < tokens.Count; i++)
        {
            if (depth == 0 && (tokens[i].Is(",") || i == tokens.Count - 1))
            {
                values.Add(value);
                value = "";
                continue;
            }

            depth += tokens[i].Is("(") ? 1 : tokens[i].Is(")") ? -1 : 0;
            value += $"{(tokens[i].IsWord("NULL") ? "null" : tokens[i].ToString())} ";
        }

        return values;
    }

    // What stays is left out. A partition cannot take the name of one that goes only in another move.
    private static IReadOnlyList<PartitionMove>? Apart(List<PartitionMove> moves)
    {
        moves.RemoveAll(m => m.Before == m.After);
        var isTaken = moves.Exists(m =>
            m.IsReorganized && m.After.Any(a =>
            moves.Exists(o => o != m && o.IsReorganized && o.Before.Any(b => Same(b.Name.Value, a.Name.Value)))));
        return isTaken ? null : moves;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
