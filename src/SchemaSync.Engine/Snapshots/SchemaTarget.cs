namespace SchemaSync.Engine.Snapshots;

/// <summary>Where a database is meant to go: a declaration, or a snapshot taken before. Exactly one of the two is given.</summary>
/// <param name="Model">The declaration, as the generator put it into an assembly.</param>
/// <param name="Snapshot">A snapshot of either form.</param>
/// <param name="Locations">Where the objects are declared in C#, where that is known.</param>
public sealed record SchemaTarget(SchemaModel? Model, Snapshot? Snapshot, IReadOnlyDictionary<ObjectId, SourceLocation> Locations)
{
    private static readonly IReadOnlyDictionary<ObjectId, SourceLocation> Nowhere = new Dictionary<ObjectId, SourceLocation>();

    /// <summary>The bytes that it was read from; null where nobody says. With a store of forms, a database that was found equal to these
    /// bytes is known again without reading them.</summary>
    public Fingerprint? Content { get; init; }

    /// <summary>The objects, as they were given.</summary>
    public EquatableArray<TopLevelObject> Objects => Model?.Objects ?? Snapshot!.Objects;

    /// <summary>A declaration.</summary>
    public static SchemaTarget Of(SchemaModel model, IReadOnlyDictionary<ObjectId, SourceLocation>? locations = null) =>
        new(model, null, locations ?? Nowhere);

    /// <summary>A snapshot.</summary>
    public static SchemaTarget Of(Snapshot snapshot) => new(null, snapshot, Nowhere);
}
