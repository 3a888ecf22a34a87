namespace SchemaSync.Generators.Emitting;

/// <summary>All locations, to be looked up by class.</summary>
internal sealed class LocationDirectory(EquatableArray<TypeLocations> types) : IEquatable<LocationDirectory>
{
    private readonly EquatableArray<TypeLocations> _types = types;
    private readonly Lazy<Dictionary<string, TypeLocations>> _byName =
        new(() => types.GroupBy(t => t.TypeName).ToDictionary(g => g.Key, g => g.First()));

    public EquatableArray<TypeLocations> Of(ManifestPart part) =>
        part.Types.Select(t => _byName.Value.TryGetValue(t[0].TypeName, out var found) ? found : null)
            .OfType<TypeLocations>().ToEquatableArray();

    public bool Equals(LocationDirectory? other) => other is not null && _types == other._types;

    public override bool Equals(object? obj) => Equals(obj as LocationDirectory);

    public override int GetHashCode() => _types.GetHashCode();
}
