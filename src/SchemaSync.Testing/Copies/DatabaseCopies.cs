namespace SchemaSync.Testing.Copies;

/// <summary>How a database system copies a database fastest.</summary>
internal abstract class DatabaseCopies : IAsyncDisposable
{
    /// <summary>Begins the name of every database that a test makes.</summary>
    protected const string Prefix = "schemasync_test_";

    /// <summary>Nothing is in a database that is new: whatever may be lost elsewhere is allowed.</summary>
    protected static ExecutionOptions Unguarded { get; } = new()
    {
        Policy = new([.. DiagnosticCatalog.All.Values.Where(e => e.Severity == Severity.Hazard).Select(e => e.Code)]),
    };

    /// <summary>The way of a provider.</summary>
    public static DatabaseCopies Of(SchemaSyncEngine engine, DatabaseAdapter adapter, string? connectionString)
    {
        if (adapter.FileConnection is { } file) return new FileCopies(engine, adapter.Provider, connectionString ?? file);
        if (string.IsNullOrWhiteSpace(connectionString))
            throw new SchemaSyncException(InspectionDiagnostics.CannotOpen, "the server for tests",
                "no connection string was given; give one of an account that may create databases");
        return adapter.Provider == ProviderNames.PostgreSql ? new TemplateCopies(engine, connectionString)
            : new PlannedCopies(engine, adapter.Provider, connectionString);
    }

    /// <summary>Makes what is copied.</summary>
    public abstract Task PrepareAsync(SchemaTarget target, CancellationToken cancellationToken);

    /// <summary>The copy of that number.</summary>
    public abstract Task<TenantContext> CopyAsync(int number, CancellationToken cancellationToken);

    /// <summary>Drops a copy.</summary>
    public abstract Task DropAsync(TenantContext tenant);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
