namespace SchemaSync.MySql.Planning;

/// <summary>Orders objects so that what one needs comes before it; by name where
/// that leaves a choice, and where there is a circle.</summary>
internal static class Order
{
    /// <summary>What has to be there first: what the definition names by itself, and what the server said.</summary>
    private static IEnumerable<QualifiedName> NeededBy(TopLevelObject subject) => (subject switch
    {
        Table table => table.ForeignKeys.Select(f => f.ReferencedTable).Concat(table.Columns.Select(c => c.Type.TypeName)),
        Trigger trigger => [trigger.On],
        _ => [],
    }).Concat(subject.Uses).Where(n => !n.IsEmpty).Distinct();

    /// <summary>The objects in order.</summary>
    public static IReadOnlyList<T> ByDependency<T>(IEnumerable<T> objects) where T : TopLevelObject
    {
        var all = objects.OrderBy(o => o.Name).ThenBy(o => o.Kind).ToList();
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

        IEnumerator<T> Needs(T subject) =>
            NeededBy(subject).OrderBy(n => n).SelectMany(n => byName[n]).Where(o => !ReferenceEquals(o, subject)).GetEnumerator();
    }
}
