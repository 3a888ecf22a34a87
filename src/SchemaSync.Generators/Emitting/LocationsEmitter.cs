using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>Where each object is declared, apart from the model: a moved line changes this text only.</summary>
internal static class LocationsEmitter
{
    /// <summary>The source text; null where nothing is declared.</summary>
    public static string? Emit(SchemaPart part, EquatableArray<TypeLocations> types, string projectDirectory)
    {
        var places = new Dictionary<Place, SourceLocation>();
        foreach (var location in types.SelectMany(t => t.Places)) places[location.Place] = location.Location;
        var seen = new HashSet<ObjectPath>();
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var entries = new List<KeyValuePair<ObjectPath, SourceLocation>>();
        foreach (var placed in part.Types.SelectMany(t => t.SelectMany(b => b.Places)))
        {
            if (!places.TryGetValue(placed.Place, out var location) || !seen.Add(placed.Path)) continue;
            if (!files.TryGetValue(location.File, out var file)) files.Add(location.File, file = SourcePaths.Relative(location.File, projectDirectory));
            entries.Add(new(placed.Path, location with { File = file }));
        }

        return entries.Count == 0 ? null : CSharpText.Metadata(Manifest.LocationsKey, Manifest.WriteLocations(entries));
    }
}
