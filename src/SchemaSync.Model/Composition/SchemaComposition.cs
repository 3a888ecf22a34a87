namespace SchemaSync.Model;

/// <summary>The declarations of several assemblies as one schema.</summary>
/// <param name="Model">All objects and intents.</param>
/// <param name="Locations">Where they are declared.</param>
/// <param name="Findings">What does not fit together; each at every place it concerns.</param>
public sealed record SchemaComposition(SchemaModel Model, IReadOnlyDictionary<ObjectPath, SourceLocation> Locations, EquatableArray<Diagnostic> Findings)
{
    /// <summary>Puts parts together, the owner's first. What several parts need alike (an extension) is there once.</summary>
    public static SchemaComposition Of(IReadOnlyList<ComposedPart> parts, ProviderProfile profile)
    {
        if (parts.Count == 1) return new(parts[0].Model, parts[0].Locations, []);
        var objects = new List<SchemaObject>();
        var locations = new Dictionary<ObjectPath, SourceLocation>();
        var findings = new List<Diagnostic>();
        var taken = new Dictionary<string, (ComposedPart Part, ObjectPath Path, SchemaObject Object)>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var shared = new HashSet<SchemaObject>();
            foreach (var (path, subject) in part.Named())
            {
                if (NameSpaces.Of(path, profile) is not { } name) continue;
                if (!taken.TryGetValue(name, out var other)) taken.Add(name, (part, path, subject));
                else if (subject is Extension && subject.Equals(other.Object)) shared.Add(subject);
                // Two of one project are its own compiler's to report.
                else if (other.Part != part) findings.AddRange([Clash(part, path, other.Part, other.Path), Clash(other.Part, other.Path, part, path)]);
            }

            objects.AddRange(part.Model.Objects.Where(o => !shared.Contains(o)));
            foreach (var place in part.Locations) if (!locations.ContainsKey(place.Key)) locations.Add(place.Key, place.Value);
        }

        var model = new SchemaModel
        {
            Providers = [profile.Name],
            Objects = objects.ToEquatableArray(),
            Intents = parts.SelectMany(p => p.Model.Intents.AsEnumerable()).Distinct().ToEquatableArray(),
        };
        findings.AddRange(parts.SelectMany(p => OpenReferences.Of(p, model, profile)));
        return new(model, locations, findings.ToEquatableArray());
    }

    private static Diagnostic Clash(ComposedPart part, ObjectPath path, ComposedPart other, ObjectPath otherPath) =>
        Diagnostic.Of(ModelDiagnostics.DeclaredTwice, path.ToString(), part.Assembly, Described(otherPath, other.Locate(otherPath)), other.Assembly) with
        {
            Subject = path,
            Location = part.Locate(path),
        };

    /// <summary>An object with its place in words.</summary>
    public static string Described(ObjectPath path, SourceLocation? location) =>
        location is null ? path.ToString() : FormattableString.Invariant($"{path} ({location.File}, line {location.Line})");
}
