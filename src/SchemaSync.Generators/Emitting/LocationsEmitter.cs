namespace SchemaSync.Generators.Emitting;

/// <summary>Where each object is declared, apart from the model: a moved line changes this text only.</summary>
internal static class LocationsEmitter
{
    /// <summary>The source text; null where nothing is declared.</summary>
    public static string? Emit(ManifestPart part, EquatableArray<TypeLocations> types, string projectDirectory)
    {
        var entries = Entries(part, types.ToDictionary(t => t.TypeName, StringComparer.Ordinal), projectDirectory);
        return entries.Any() ? CSharpText.Metadata(Manifest.LocationsKey, json => Manifest.WriteLocations(json, entries)) : null;
    }

    // Class by class, so that what is looked up in stays small and is used again.
    private static IEnumerable<KeyValuePair<ObjectId, SourceLocation>> Entries(ManifestPart part,
        Dictionary<string, TypeLocations> types, string projectDirectory)
    {
        var places = new Dictionary<Place, SourceLocation>();
        var seen = new HashSet<ObjectId>(ByName.Instance);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var builds in part.Types)
        {
            places.Clear();
            seen.Clear();
            if (types.TryGetValue(builds[0].TypeName, out var type))
                foreach (var location in type.Places) places[location.Place] = location.Location;
            foreach (var placed in builds.SelectMany(b => b.Places.AsEnumerable()))
            {
                if (!places.TryGetValue(placed.Place, out var location) || !seen.Add(placed.Id)) continue;
                if (!files.TryGetValue(location.File, out var file))
                    files.Add(location.File, file = SourcePaths.Relative(location.File, projectDirectory));
                yield return new(placed.Id, location with { File = file });
            }
        }
    }

    // The objects of one class differ by their name nearly always: hashing kind and owner too would be most of the work.
    private sealed class ByName : IEqualityComparer<ObjectId>
    {
        public static ByName Instance { get; } = new();

        public bool Equals(ObjectId left, ObjectId right) => left.Equals(right);

        public int GetHashCode(ObjectId id) => id.Name.GetHashCode();
    }
}
