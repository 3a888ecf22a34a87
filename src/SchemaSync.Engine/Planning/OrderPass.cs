namespace SchemaSync.Engine.Planning;

/// <summary>Orders objects within a phase: each after what it needs; in the given order where that leaves a choice, and where there is
/// a circle. Backwards it is the order in which they can go.</summary>
public static class OrderPass
{
    /// <summary>The objects in order.</summary>
    /// <param name="objects">The objects, in the order that decides where nothing else does.</param>
    /// <param name="needs">The names of what has to be there before an object.</param>
    public static IReadOnlyList<T> ByNeed<T>(IEnumerable<T> objects, Func<T, IEnumerable<QualifiedName>> needs) where T : TopLevelObject
    {
        var all = objects.ToList();
        var byName = all.ToLookup(o => o.Name);
        var ordered = new List<T>(all.Count);
        var seen = new HashSet<T>(ReferenceEqualityComparer.Instance);
        foreach (var one in all) Visit(one);
        return ordered;

        void Visit(T start)
        {
            // By hand, not by recursion: a chain of ten thousand tables is no reason to run out of stack.
            var path = new Stack<(T Object, IEnumerator<T> Needs)>();
            if (!seen.Add(start)) return;
            path.Push((start, Needed(start)));
            while (path.Count > 0)
            {
                var (current, rest) = path.Peek();
                if (rest.MoveNext())
                {
                    if (seen.Add(rest.Current)) path.Push((rest.Current, Needed(rest.Current)));
                    continue;
                }

                ordered.Add(current);
                path.Pop();
            }
        }

        IEnumerator<T> Needed(T subject) =>
            needs(subject).OrderBy(n => n).SelectMany(n => byName[n]).Where(o => !ReferenceEquals(o, subject)).GetEnumerator();
    }
}
