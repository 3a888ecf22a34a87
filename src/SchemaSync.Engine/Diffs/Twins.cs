namespace SchemaSync.Engine.Diffs;

/// <summary>
/// Sets aside the tables that both sides have in every detail. Nearly all are such, and whatever looks at a table once more costs as
/// much as comparing it: the time goes into bringing it from memory.
/// </summary>
internal static class Twins
{
    /// <summary>Both sides without the tables that are equal; all else stays, in its order.</summary>
    public static (Snapshot From, Snapshot To) Without(Snapshot from, Snapshot to)
    {
        var left = new List<TopLevelObject>();
        var right = new List<TopLevelObject>();
        var before = from.Objects.AsSpan();
        var after = to.Objects.AsSpan();
        var (b, a) = (0, 0);
        // Both are listed by name as a rule. Where they are not, a pair is missed here and compared later, as everything was.
        while (b < before.Length && a < after.Length)
        {
            if (before[b] is not Table old)
            {
                left.Add(before[b++]);
                continue;
            }

            if (after[a] is not Table wanted)
            {
                right.Add(after[a++]);
                continue;
            }

            var order = old.Name.CompareTo(wanted.Name);
            if (order == 0 && old.Equals(wanted))
            {
                (b, a) = (b + 1, a + 1);
                continue;
            }

            if (order <= 0) left.Add(before[b++]);
            if (order >= 0) right.Add(after[a++]);
        }

        left.AddRange(before[b..]);
        right.AddRange(after[a..]);
        return (from.With(left), to.With(right));
    }
}
