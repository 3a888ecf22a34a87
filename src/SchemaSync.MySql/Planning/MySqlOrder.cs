namespace SchemaSync.MySql.Planning;

/// <summary>Orders objects so that what one needs comes before it; by name where that leaves a choice, and where there is a circle.</summary>
internal static class MySqlOrder
{
    /// <summary>The objects in order.</summary>
    public static IReadOnlyList<T> ByDependency<T>(IEnumerable<T> objects) where T : SchemaObject
    {
        var all = objects.OrderBy(o => o.Name).ThenBy(o => o.Kind, StringComparer.Ordinal).ToList();
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
            path.Push((start, Needs(start)));
            while (path.Count > 0)
            {
                var (current, needs) = path.Peek();
                if (needs.MoveNext())
                {
                    if (seen.Add(needs.Current)) path.Push((needs.Current, Needs(needs.Current)));
                    continue;
                }

                ordered.Add(current);
                path.Pop();
            }
        }

        IEnumerator<T> Needs(T subject) => subject.DependsOn.OrderBy(n => n).SelectMany(n => byName[n]).Where(o => !ReferenceEquals(o, subject)).GetEnumerator();
    }
}
