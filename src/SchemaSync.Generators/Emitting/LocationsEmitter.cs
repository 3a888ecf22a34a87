using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>Where each object is declared, apart from the model: a moved line changes this text only.</summary>
internal static class LocationsEmitter
{
    public static string Emit(IEnumerable<PlacedObject> objects, IEnumerable<PlacedLocation> locations, string projectDirectory)
    {
        var places = new Dictionary<Place, SourceLocation>();
        foreach (var location in locations) places[location.Place] = location.Location;
        var seen = new HashSet<ObjectPath>();
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var entries = new List<KeyValuePair<ObjectPath, SourceLocation>>();
        foreach (var placed in objects)
        {
            if (!places.TryGetValue(placed.Place, out var location) || !seen.Add(placed.Path)) continue;
            if (!files.TryGetValue(location.File, out var file)) files.Add(location.File, file = SourcePaths.Relative(location.File, projectDirectory));
            entries.Add(new(placed.Path, location with { File = file }));
        }

        return Manifest.WriteLocations(entries);
    }
}
