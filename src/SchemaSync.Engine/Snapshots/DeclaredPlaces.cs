namespace SchemaSync.Engine.Snapshots;

/// <summary>Where in C# objects are declared: each at its own place, or else at that of what it stands on.</summary>
/// <param name="locations">The places that the compiler wrote down.</param>
internal sealed class DeclaredPlaces(IReadOnlyDictionary<ObjectId, SourceLocation> locations)
{
    private static readonly ObjectKind[] Owners = [ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Domain];

    /// <summary>The place of an object; null where none is known.</summary>
    public SourceLocation? Of(ObjectId id) => locations.TryGetValue(id, out var exact) ? exact
        : id.Signature is not null && id.Owner.IsEmpty ? OfRoutine(id)
        : OfOwner(id.OwnerName);

    /// <summary>The place of a table, or of what else others stand on.</summary>
    public SourceLocation? OfOwner(QualifiedName owner) => owner.IsEmpty ? null
        : Owners.Select(kind => locations.GetValueOrDefault(ObjectId.Top(kind, owner))).FirstOrDefault(l => l is not null);

    /// <summary>Findings, each at the place of its subject where it has no other.</summary>
    public IReadOnlyList<Diagnostic> Locate(IReadOnlyList<Diagnostic> findings) =>
        [.. findings.Select(f => f is { Location: null, Subject: { } subject } ? f with { Location = Of(subject) } : f)];

    // The declaration may spell the types of the arguments otherwise than the server: their number tells overloads apart.
    private SourceLocation? OfRoutine(ObjectId id)
    {
        var declared = locations
            .Where(l => l.Key.Kind == id.Kind && l.Key.QualifiedName == id.QualifiedName && l.Key.Signature is not null).ToList();
        var alike = declared.Where(l => l.Key.Signature!.Count(c => c == ',') == id.Signature!.Count(c => c == ',')).ToList();
        return (alike.Count > 0 ? alike : declared).Select(l => l.Value).FirstOrDefault();
    }
}
