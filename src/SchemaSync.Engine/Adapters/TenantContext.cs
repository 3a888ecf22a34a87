namespace SchemaSync.Engine.Adapters;

/// <summary>Whose database an operation is about: the first parameter of everything that touches one.</summary>
/// <param name="Id">A name for messages and reports; never a secret.</param>
/// <param name="Provider">One of <see cref="ProviderNames"/>.</param>
/// <param name="ConnectionString">How to reach it. May hold a secret: never printed, logged or stored.</param>
/// <param name="Schema">The tenant's own schema, where a database holds several; what is not qualified is in it.</param>
public sealed record TenantContext(string Id, string Provider, string ConnectionString, string? Schema = null)
{
    /// <summary>
    /// Further schemas that are managed, by name or as patterns with <c>*</c> and <c>?</c>, where a database holds
    /// several: objects in them are qualified, and shared by all tenants of the database.
    /// </summary>
    public EquatableArray<string> Schemas { get; init; }

    /// <summary>Whether the tenant is a schema beside those of others, so that what its database holds beyond it is not its own.</summary>
    public bool SharesDatabase { get; init; }

    /// <summary>The role that statements of a plan run as, confined to what is the tenant's; null for the account's own rights.</summary>
    public string? Role { get; init; }

    /// <summary>Where its ledger begins, if it has none yet.</summary>
    public LedgerPlace Ledger { get; init; }

    /// <summary>The same tenant with the shared schemas of these states as well.</summary>
    public TenantContext With(params IEnumerable<Snapshot> states) =>
        With(states.SelectMany(s => s.Objects), states.SelectMany(s => s.Intents));

    /// <summary>The same tenant with the shared schemas of this target as well, those
    /// that it says something is gone from included.</summary>
    public TenantContext With(SchemaTarget target) => With(target.Objects, target.Model?.Intents ?? target.Snapshot!.Intents);

    /// <summary>The same tenant with the shared schemas of this file as well.</summary>
    internal TenantContext With(SnapshotOutline outline) =>
        With([.. outline.Rest.Objects, .. outline.Schemas.Select(s => new Schema { Name = new(s) })], outline.Rest.Intents);

    /// <summary>The same tenant with the shared schemas of these objects as well.</summary>
    public TenantContext With(IEnumerable<TopLevelObject> objects) => With(objects, []);

    private TenantContext With(IEnumerable<TopLevelObject> objects, IEnumerable<Intent> intents)
    {
        var former = intents.Where(i => i.IsAboutNames).Select(i => i.FormerId)
            .Select(id => id.Kind == ObjectKind.Schema ? id.Name : id.Schema).Where(s => !s.IsEmpty).Select(s => s.Value);
        var all = Schemas.Union(SharedSchemas(objects)).Union(former).Order(StringComparer.Ordinal).ToEquatableArray();
        return all == Schemas ? this : this with { Schemas = all };
    }

    /// <summary>The shared schemas that hold these objects.</summary>
    internal static IReadOnlyList<string> SharedSchemas(IEnumerable<TopLevelObject> objects) =>
        [.. objects.SelectMany(SchemasOf).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The id alone: the connection string never enters a text.</summary>
    public override string ToString() => Id;

    private static IEnumerable<string> SchemasOf(TopLevelObject subject) => subject switch
    {
        Schema schema => [schema.Name.Name.Value],
        Trigger { On.IsQualified: true } trigger => [trigger.On.Schema.Value],
        { Name.IsQualified: true } => [subject.Name.Schema.Value],
        _ => [],
    };
}
