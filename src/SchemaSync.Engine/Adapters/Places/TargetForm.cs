namespace SchemaSync.Engine.Adapters.Places;

/// <summary>What a target is in a dialect's own words, as soon as it is certain that its texts are no more than texts.</summary>
internal static class TargetForm
{
    /// <summary>The snapshot, or the lowered model.</summary>
    /// <exception cref="SchemaSyncException">
    /// SSY0227: a text leaves its place. SSY0202, SSY0207: the provider lacks something, or a body names its own place doubtfully.
    /// </exception>
    public static Snapshot In(this SchemaTarget target, Dialect dialect)
    {
        // As declared: what lowering puts around a text may close what the text left open.
        PlacedTexts.Check(target.Objects, dialect, target.Locations);
        return dialect.WithoutHome(target.Snapshot ?? dialect.Lower(target.Model!));
    }

    /// <summary>The same of a snapshot of which no more than these objects came from a file: the database has the others.</summary>
    public static Snapshot In(this Snapshot target, Dialect dialect, IReadOnlyList<TopLevelObject> read)
    {
        PlacedTexts.Check(read.ToEquatableArray(), dialect, new Dictionary<ObjectId, SourceLocation>());
        return dialect.WithoutHome(target);
    }
}
