using Npgsql;

namespace SchemaSync.Testing.Copies;

/// <summary>PostgreSQL copies a database itself; everything comes along: shared schemas, extensions, rows that hooks wrote.</summary>
internal sealed class TemplateCopies(SchemaSyncEngine engine, string connectionString) : ServerDatabases
{
    private const int StrategyIsKnown = 15;

    private string _how = "";

    /// <inheritdoc/>
    protected override string AllNames => "SELECT datname FROM pg_catalog.pg_database JOIN pg_catalog.pg_roles r ON r.oid = datdba "
        + $"WHERE datname LIKE '{Prefix}%' AND r.rolname = current_user";

    /// <inheritdoc/>
    protected override string Mark => $"SET application_name = '{MarkOf(Run)}'";

    /// <inheritdoc/>
    protected override string IsAlive(int run) =>
        $"SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE application_name = '{MarkOf(run)}'";

    /// <inheritdoc/>
    protected override string Drop(string name) => $"DROP DATABASE IF EXISTS {name} WITH (FORCE)";

    /// <inheritdoc/>
    protected override NpgsqlConnection Connect() =>
        new(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);

    /// <inheritdoc/>
    public override async Task PrepareAsync(SchemaTarget target, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        await RunAsync($"CREATE DATABASE {NameOf(0)}", cancellationToken).ConfigureAwait(false);
        await engine.SyncTenantAsync(TenantOf(0), target, execute: true, Unguarded, cancellationToken).ConfigureAwait(false);
        // A session on it would be in the way of every copy.
        await RunAsync("SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity "
            + $"WHERE datname = '{NameOf(0)}'", cancellationToken).ConfigureAwait(false);
        var version = int.Parse(Version.Split('.', ' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        _how = $" TEMPLATE {NameOf(0)}" + (version >= StrategyIsKnown ? " STRATEGY file_copy" : "");
    }

    /// <inheritdoc/>
    public override async Task<TenantContext> CopyAsync(int number, CancellationToken cancellationToken)
    {
        // Of a small database a copy of the files takes half the time of one through the log (manual, CREATE DATABASE).
        await RunAsync($"CREATE DATABASE {NameOf(number)}{_how}", cancellationToken).ConfigureAwait(false);
        return TenantOf(number);
    }

    /// <inheritdoc/>
    public override async Task DropAsync(TenantContext tenant)
    {
        using (var pool = new NpgsqlConnection(tenant.ConnectionString)) NpgsqlConnection.ClearPool(pool);
        await RunAsync(Drop(tenant.Id), default).ConfigureAwait(false);
    }

    private TenantContext TenantOf(int number) => new(NameOf(number), ProviderNames.PostgreSql,
        new NpgsqlConnectionStringBuilder(connectionString) { Database = NameOf(number) }.ConnectionString);
}
