namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>What objects that are SQL alone say that they need.</summary>
internal static class SqlObjectChecks
{
    public static void Run(DeclaredSchema schema, ReferencedSchema references)
    {
        var objects = schema.Others.Where(o => o.Object is SqlObject).ToList();
        if (objects.Count == 0) return;
        var names = schema.Context.TableComparer;
        var declared = new HashSet<string>(schema.Tables.Select(t => t.Table.Name.ToString())
            .Concat(schema.Others.Select(o => o.Object.Name.ToString())), names);
        var needs = objects.GroupBy(o => o.Object.Name.ToString(), names)
            .ToDictionary(g => g.Key, g => g.SelectMany(o => o.Object.Uses.AsEnumerable()).Select(n => n.ToString()).ToList(), names);
        foreach (var (subject, place) in objects.Select(o => (o.Object, o.Place)))
        {
            foreach (var need in subject.Uses.AsEnumerable().Select(n => n.ToString()))
                if (!declared.Contains(need) && !references.Declares(schema.Context.Profile.Name, need))
                    schema.Context.Report(AttributeDiagnostics.UnknownNeed, place, $"SQL object {subject.Name}", need);
            if (Circle(subject.Name.ToString(), needs, names) is { } path)
                schema.Context.Report(AttributeDiagnostics.NeedsItself, place, $"SQL object {subject.Name}", string.Join(" → ", path));
        }
    }

    // The way from an object back to itself; null where there is none.
    private static List<string>? Circle(string start, Dictionary<string, List<string>> needs, StringComparer names)
    {
        var seen = new HashSet<string>(names);
        var paths = new Queue<List<string>>([[start]]);
        while (paths.Count > 0)
        {
            var path = paths.Dequeue();
            foreach (var need in needs.TryGetValue(path[path.Count - 1], out var list) ? list : [])
            {
                if (names.Equals(need, start)) return [.. path, need];
                if (seen.Add(need)) paths.Enqueue([.. path, need]);
            }
        }

        return null;
    }
}
