using MySqlConnector;

namespace SchemaSync.Testing.Copies;

/// <summary>MySQL and MariaDB have nothing to copy a database with: one plan, proved once, is run for each.</summary>
internal sealed class PlannedCopies(SchemaSyncEngine engine, string provider, string connectionString) : ServerDatabases
{
    private Plan? _plan;

    /// <inheritdoc/>
    protected override string AllNames => $"SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE '{Prefix}%'";

    /// <inheritdoc/>
    protected override string Mark => $"SELECT GET_LOCK('{MarkOf(Run)}', 0)";

    /// <inheritdoc/>
    protected override string IsAlive(int run) => $"SELECT 1 - IS_FREE_LOCK('{MarkOf(run)}')";

    /// <inheritdoc/>
    protected override string Drop(string name) => $"DROP DATABASE IF EXISTS {name}";

    /// <inheritdoc/>
    protected override MySqlConnection Connect() =>
        new(new MySqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);

    /// <inheritdoc/>
    public override async Task PrepareAsync(SchemaTarget target, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        var first = await EmptyAsync(0, cancellationToken).ConfigureAwait(false);
        _plan = await engine.PlanAsync(first, target, new(), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<TenantContext> CopyAsync(int number, CancellationToken cancellationToken)
    {
        var tenant = await EmptyAsync(number, cancellationToken).ConfigureAwait(false);
        await engine.ApplyAsync(tenant, _plan!, Unguarded, cancellationToken).ConfigureAwait(false);
        return tenant;
    }

    /// <inheritdoc/>
    public override async Task DropAsync(TenantContext tenant)
    {
        var pool = new MySqlConnection(tenant.ConnectionString);
        await using (pool.ConfigureAwait(false)) await MySqlConnection.ClearPoolAsync(pool).ConfigureAwait(false);
        await RunAsync(Drop(tenant.Id), default).ConfigureAwait(false);
    }

    private async Task<TenantContext> EmptyAsync(int number, CancellationToken cancellationToken)
    {
        await RunAsync($"CREATE DATABASE {NameOf(number)}", cancellationToken).ConfigureAwait(false);
        return new(NameOf(number), provider,
            new MySqlConnectionStringBuilder(connectionString) { Database = NameOf(number) }.ConnectionString);
    }
}
