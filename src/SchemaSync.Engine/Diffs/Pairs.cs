namespace SchemaSync.Engine.Diffs;

/// <summary>Matches the objects of two sides: by name, unnamed constraints by definition; never by guessing.</summary>
internal static class Pairs
{
    /// <summary>Every object of both sides once: paired, or with null for the side that lacks it.</summary>
    public static IEnumerable<(T? Before, T? After)> ByKey<T>(IEnumerable<T> before, IEnumerable<T> after, StringComparer names)
        where T : SchemaObject
    {
        var rest = before.ToDictionary(b => b.Key, names);
        foreach (var item in after)
        {
            rest.Remove(item.Key, out var match);
            yield return (match, item);
        }

        foreach (var item in rest.Values) yield return (item, null);
    }

    /// <summary>
    /// Constraints: first equal names, then equal definitions (a name that only one side gives is no difference;
    /// two names on one definition are a rename), then whatever is left is new or gone.
    /// </summary>
    public static IEnumerable<(T? Before, T? After)> ByDefinition<T>(EquatableArray<T> before,
        EquatableArray<T> after, StringComparer names)
        where T : SchemaObject
    {
        if (before == after) yield break;
        var left = before.ToList();
        var right = after.ToList();
        foreach (var pair in Take(left, right, (b, a) => !b.LocalName.IsEmpty && names.Equals(b.LocalName.Value, a.LocalName.Value)))
            yield return pair;
        foreach (var pair in Take(left, right, (b, a) => b.HasSameFacets(a))) yield return pair;
        foreach (var item in left) yield return (item, null);
        foreach (var item in right) yield return (null, item);
    }

    private static List<(T?, T?)> Take<T>(List<T> left, List<T> right, Func<T, T, bool> match) where T : SchemaObject
    {
        var pairs = new List<(T?, T?)>();
        foreach (var after in right.ToList())
        {
            if (left.Find(before => match(before, after)) is not { } found) continue;
            left.Remove(found);
            right.Remove(after);
            pairs.Add((found, after));
        }

        return pairs;
    }
}
