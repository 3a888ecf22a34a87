namespace SchemaSync.Generators.Conventions;

/// <summary>Where the parts of an entity's table are declared: in its class, its bases, and what it owns.</summary>
internal static class EntityPlaces
{
    public static IEnumerable<TypeLocations> Of(EntityTables tables, EquatableArray<TypeLocations> classes)
    {
        var byClass = new Dictionary<string, TypeLocations>(StringComparer.Ordinal);
        foreach (var type in classes) if (!byClass.ContainsKey(type.TypeName)) byClass.Add(type.TypeName, type);
        foreach (var type in tables.Types)
        {
            var found = Names(type).Select(n => byClass.TryGetValue(n, out var places) ? places : null).OfType<TypeLocations>().ToList();
            // Of nearly every table the very same, with nothing to compare.
            yield return found.Count == 1 && found[0].TypeName == type.FullName ? found[0]
                : new(type.FullName, found.SelectMany(t => t.Places.AsEnumerable()).ToEquatableArray());
        }
    }

    private static List<string> Names(TypeDeclaration type)
    {
        var names = new List<string>();
        foreach (var member in type.Members) Add(member.Place.Type);
        foreach (var use in type.Attributes) Add(use.Place.Type);
        Add(type.FullName);
        return names;

        void Add(string name)
        {
            if (!names.Contains(name)) names.Add(name);
        }
    }
}
