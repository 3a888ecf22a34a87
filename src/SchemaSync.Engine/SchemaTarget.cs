using System.Reflection;

namespace SchemaSync.Engine;

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

    /// <summary>The declaration that was compiled into an assembly of this program, and into those it is composed of. It is read from
    /// attributes of the loaded assembly: no file is needed, so that programs of one file and native ones have it too.</summary>
    /// <param name="assembly">The one that declares the tables, such as <c>typeof(Customer).Assembly</c>.</param>
    /// <param name="provider">One of <see cref="ProviderNames"/>; only where the assembly declares more than one schema.</param>
    /// <exception cref="SchemaSyncException">
    /// SSY0209: no manifest, or none for that provider. SSY0233: a later version compiled it. SSY0620: a part cannot be loaded.
    /// SSY0130, SSY0131, SSY0919: the parts do not fit together.
    /// </exception>
    public static SchemaTarget From(Assembly assembly, string? provider = null)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return LoadedManifest.Read(assembly, provider);
    }
}
