namespace SchemaSync.Benchmarks;

/// <summary>Validates a database that is equal to its target, whose form for the
/// server is known: as every build but the first does.</summary>
internal sealed class ServerValidation : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TenantContext _tenant;
    private readonly SchemaSyncEngine _byStamp;
    private readonly SchemaSyncEngine _inFull;
    private readonly SchemaTarget _target;

    private ServerValidation(DatabaseAdapter adapter, TenantContext tenant)
    {
        var store = new DirectorySnapshotStore(_folder.Path);
        _tenant = tenant;
        _byStamp = new(new AdapterRegistry(adapter)) { FormStore = store };
        _inFull = new(new AdapterRegistry(adapter)) { FormStore = new WithoutStamps(store) };
        _target = SchemaTarget.Of(_byStamp.SnapshotAsync(tenant).GetAwaiter().GetResult());
    }

    public static ServerValidation Prepare(DatabaseAdapter adapter, TenantContext tenant) => new(adapter, tenant);

    public Cost ByStamp() => Cost.Of(() => Validate(_byStamp));

    public Cost InFull() => Cost.Of(() => Validate(_inFull));

    public void Dispose() => _folder.Dispose();

    private void Validate(SchemaSyncEngine engine)
    {
        if (!engine.ValidateAsync(_tenant, _target).GetAwaiter().GetResult().Diff.IsEmpty)
            throw new InvalidOperationException("the database is not equal to itself");
    }

    private sealed class WithoutStamps(SnapshotStore store) : SnapshotStore
    {
        public override Task<Snapshot?> FindAsync(Fingerprint key, CancellationToken cancellationToken) =>
            store.FindAsync(key, cancellationToken);

        public override Task SaveAsync(Fingerprint key, Snapshot snapshot, CancellationToken cancellationToken) =>
            store.SaveAsync(key, snapshot, cancellationToken);
    }
}
