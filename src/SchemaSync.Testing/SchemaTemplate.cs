namespace SchemaSync.Testing;

/// <summary>A database with the declared schema, made once, of which each test gets a copy. It may be used by many tests at once.</summary>
public sealed class SchemaTemplate : IAsyncDisposable
{
    private readonly SchemaSyncEngine _engine;
    private readonly SchemaTarget _target;
    private readonly DatabaseCopies _copies;
    private int _last;

    private SchemaTemplate(SchemaSyncEngine engine, SchemaTarget target, DatabaseCopies copies) =>
        (_engine, _target, _copies) = (engine, target, copies);

    /// <summary>Makes the database that is copied.</summary>
    /// <param name="provider">The database system.</param>
    /// <param name="target">The declaration, such as <c>SchemaTarget.From(typeof(Customer).Assembly)</c>.</param>
    /// <param name="connectionString">An account that may create databases, on a server for tests; for SQLite null, or settings for all
    /// connections.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SchemaSyncException">SSY02xx to SSY05xx: the server cannot be reached, or cannot hold the declaration.</exception>
    public static async Task<SchemaTemplate> CreateAsync(DatabaseProvider provider, SchemaTarget target, string? connectionString = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(target);
        var adapters = new AdapterRegistry(new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter(), new SqliteAdapter());
        var engine = new SchemaSyncEngine(adapters) { FormStore = new MemorySnapshotStore() };
        var adapter = adapters.For(provider.Name);
        var copies = DatabaseCopies.Of(engine, adapter, connectionString);
        try
        {
            await copies.PrepareAsync(target, cancellationToken).ConfigureAwait(false);
            return new(engine, target, copies);
        }
        catch
        {
            await copies.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A fresh database for one test.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        var tenant = await _copies.CopyAsync(Interlocked.Increment(ref _last), cancellationToken).ConfigureAwait(false);
        return new(this, tenant);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _copies.DisposeAsync();

    internal Task DropAsync(TenantContext tenant) => _copies.DropAsync(tenant);

    internal async Task AssertAsync(TenantContext tenant, CancellationToken cancellationToken)
    {
        var found = await _engine.ValidateAsync(tenant, _target, cancellationToken).ConfigureAwait(false);
        if (found.IsEqual) return;
        var places = found.Diagnostics.Count == 1 ? "it differs in one place" : $"it differs in {found.Diagnostics.Count} places";
        throw new SchemaSyncException(
            [Diagnostic.Of(LibraryDiagnostics.NotAsDeclared, _engine.DisplayName(tenant), places), .. found.Diagnostics]);
    }
}
