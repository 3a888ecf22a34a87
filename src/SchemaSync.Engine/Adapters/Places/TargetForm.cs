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
}
