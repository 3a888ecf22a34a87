namespace SchemaSync.Testing;

/// <summary>A database of one test; it goes when it is disposed of.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly SchemaTemplate _template;

    internal TestDatabase(SchemaTemplate template, TenantContext tenant) => (_template, Tenant) = (template, tenant);

    /// <summary>How to reach it.</summary>
    public string ConnectionString => Tenant.ConnectionString;

    /// <summary>The same for the engine.</summary>
    public TenantContext Tenant { get; }

    /// <summary>Throws where the schema is not the declared one any more.</summary>
    /// <exception cref="SchemaSyncException">SSY0625: it differs; what differs follows.</exception>
    public Task AssertAsDeclaredAsync(CancellationToken cancellationToken = default) => _template.AssertAsync(Tenant, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _template.DropAsync(Tenant).ConfigureAwait(false);
}
