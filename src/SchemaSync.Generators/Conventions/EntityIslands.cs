namespace SchemaSync.Generators.Conventions;

/// <summary>
/// Classes that lead to one another, apart from all others. What the conventions make of one such island does not depend on the rest, so
/// that after an edit only that one has to be gone over again; but for names, which <see cref="KnownTables"/> sees to.
/// </summary>
internal static class EntityIslands
{
    /// <summary>The islands; what is said about the whole comes first, by itself.</summary>
    public static IEnumerable<EntityDeclarations> Of(EntityDeclarations declared)
    {
        yield return declared with { Classes = [], Sets = [] };
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var type in declared.Classes) places.Add(type.FullName, places.Count);
        var island = Join(declared.Classes, places);
        var sets = declared.Sets.Where(s => places.ContainsKey(s.Class)).ToLookup(s => island[places[s.Class]]);
        foreach (var classes in declared.Classes.GroupBy(c => island[places[c.FullName]]))
            yield return new(classes.ToEquatableArray(), sets[classes.Key].ToEquatableArray(), []);
    }

    // For each class the first of those that it is on an island with.
    private static int[] Join(EquatableArray<EntityClass> classes, Dictionary<string, int> places)
    {
        var first = Enumerable.Range(0, classes.Count).ToArray();
        for (var i = 0; i < first.Length; i++)
        {
            if (classes[i].Base is { } parent) Unite(i, parent);
            foreach (var member in classes[i].Members) if (member.Class is { } target) Unite(i, target);
        }

        for (var i = 0; i < first.Length; i++) first[i] = Find(i);
        return first;

        void Unite(int one, string other)
        {
            if (!places.TryGetValue(other, out var there)) return;
            var (left, right) = (Find(one), Find(there));
            first[Math.Max(left, right)] = Math.Min(left, right);
        }

        int Find(int of)
        {
            while (first[of] != of) of = first[of] = first[first[of]];
            return of;
        }
    }
}
