using System.Globalization;

namespace SchemaSync.Benchmarks;

/// <summary>Tenants that are SQLite files, all equal to their target.</summary>
internal sealed class FileFleet : IDisposable
{
    private const int Tables = 20, Parallel = 4;

    private readonly TemporaryFolder _folder = new();
    private readonly SnapshotStore _store = new MemorySnapshotStore();
    private readonly IReadOnlyList<TenantContext> _tenants;
    private readonly SchemaTarget _target;

    public FileFleet(int count)
    {
        var model = SampleSchema.CreateFile(_folder.File("model.db"), Tables);
        _tenants = [.. Enumerable.Range(0, count).Select(i => Tenant(i.ToString("00000", CultureInfo.InvariantCulture)))];
        foreach (var tenant in _tenants) File.Copy(model, _folder.File(tenant.Id + ".db"));
        _target = SchemaTarget.Of(Engine(null).SnapshotAsync(Tenant("model")).GetAwaiter().GetResult());
    }

    /// <summary>A validation of all that keeps nothing.</summary>
    public Cost Validate() => Cost.Of(() => Validate(Engine(null)));

    /// <summary>One that knows what was equal the last time.</summary>
    public Cost ValidateAgain() => Cost.Of(() => Validate(Engine(_store)));

    public void Dispose() => _folder.Dispose();

    private void Validate(SchemaSyncEngine engine)
    {
        var report = new TenantFleet(engine).ValidateAsync(TenantList.Of(_tenants.Select(t => new Tenant(t))), _target,
            new() { Parallelism = Parallel }).GetAwaiter().GetResult();
        if (report.Count(TenantState.Equal) != _tenants.Count) throw new InvalidOperationException("not all are equal");
    }

    private TenantContext Tenant(string name) => new(name, ProviderNames.Sqlite, $"Data Source={_folder.File(name + ".db")}");

    private static SchemaSyncEngine Engine(SnapshotStore? store) => new(new AdapterRegistry(new SqliteAdapter())) { FormStore = store };
}
