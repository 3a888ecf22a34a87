namespace SchemaSync.Model.Composition;

/// <summary>The declarations of several assemblies as one schema.</summary>
/// <param name="Model">All objects and intents.</param>
/// <param name="Locations">Where they are declared.</param>
/// <param name="Findings">What does not fit together; each at every place it concerns.</param>
public sealed record SchemaComposition(
    SchemaModel Model, IReadOnlyDictionary<ObjectId, SourceLocation> Locations, EquatableArray<Diagnostic> Findings)
{
    /// <summary>Puts parts together, the owner's first. What several parts need alike (an extension, a schema) is there once.</summary>
    public static SchemaComposition Of(IReadOnlyList<ComposedPart> parts, ProviderProfile profile)
    {
        if (parts.Count == 1) return new(parts[0].Model, parts[0].Locations, []);
        var objects = new List<TopLevelObject>();
        var locations = new Dictionary<ObjectId, SourceLocation>();
        var findings = new List<Diagnostic>();
        var taken = new Dictionary<string, (ComposedPart Part, ObjectId Id, SchemaObject Object)>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var shared = new HashSet<SchemaObject>();
            foreach (var (id, subject) in part.Named())
            {
                if (NameSpaces.Of(id, profile) is not { } name) continue;
                if (!taken.TryGetValue(name, out var other)) taken.Add(name, (part, id, subject));
                else if (subject is Extension or Schema && subject.Equals(other.Object)) shared.Add(subject);
                // Two of one project are its own compiler's to report.
                else if (other.Part != part)
                    findings.AddRange([Clash(part, id, other.Part, other.Id), Clash(other.Part, other.Id, part, id)]);
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
        findings.AddRange(ForeignIntents.Of(parts));
        findings.AddRange(parts.SelectMany(p => OpenReferences.Of(p, model, profile)));
        return new(model, locations, findings.ToEquatableArray());
    }

    private static Diagnostic Clash(ComposedPart part, ObjectId id, ComposedPart other, ObjectId otherId)
    {
        var described = Described(otherId, other.Locate(otherId));
        return Diagnostic.Of(ModelDiagnostics.DeclaredTwice, id.ToString(), part.Assembly, described, other.Assembly) with
        {
            Subject = id,
            Location = part.Locate(id),
        };
    }

    /// <summary>An object with its place in words.</summary>
    public static string Described(ObjectId id, SourceLocation? location) =>
        location is null ? id.ToString() : FormattableString.Invariant($"{id} ({location.File}, line {location.Line})");
}
