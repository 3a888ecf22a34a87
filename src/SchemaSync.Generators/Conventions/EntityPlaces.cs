namespace SchemaSync.Generators.Conventions;

/// <summary>Where the parts of an entity's table are declared: in its class, its bases, and what it owns.</summary>
internal static class EntityPlaces
{
    public static IEnumerable<TypeLocations> Of(EntityTables tables, EquatableArray<TypeLocations> classes)
    {
        var byClass = classes.ToLookup(c => c.TypeName, StringComparer.Ordinal);
        foreach (var type in tables.Types)
        {
            var names = type.Members.Select(m => m.Place.Type).Concat(type.Attributes.Select(a => a.Place.Type)).Append(type.FullName);
            var places = names.Distinct().Select(n => byClass[n].FirstOrDefault()).OfType<TypeLocations>()
                .SelectMany(t => t.Places.AsEnumerable());
            yield return new(type.FullName, places.ToEquatableArray());
        }
    }
}
