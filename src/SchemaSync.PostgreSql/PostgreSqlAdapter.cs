using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;

namespace SchemaSync.PostgreSql;

/// <summary>PostgreSQL: a tenant is a schema of a database, a scratch database is a
/// schema inside a transaction that is always rolled back.</summary>
public sealed class PostgreSqlAdapter : DatabaseAdapter
{
    /// <summary>The beginning of every scratch schema's name. None is ever committed, so one that is seen is not ours.</summary>
    internal const string ScratchPrefix = "__schemasync_scratch_";

    private readonly ConcurrentDictionary<string, Lazy<Pool>> _pools = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Provider => ProviderNames.PostgreSql;

    /// <inheritdoc/>
    public override Dialect OfflineDialect { get; } = new PostgreSqlDialect(PostgreSqlCapabilities.Offline);

    /// <inheritdoc/>
    public override async Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access,
        CancellationToken cancellationToken) =>
        await OpenAsync(tenant, (settings, pool) => Session.OpenAsync(settings, pool, access, cancellationToken)).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken)
    {
        var name = ScratchPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        try
        {
            return await OpenAsync(tenant,
                (settings, pool) => Session.OpenScratchAsync(settings, pool, name, cancellationToken)).ConfigureAwait(false);
        }
        catch (SchemaSyncException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction })
        {
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.ReadOnlyServer, DisplayName(tenant),
                "it is a standby, which follows another server",
                "connect to the primary (Target Session Attributes=primary among several hosts)")], e);
        }
        catch (SchemaSyncException e)
            when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } refused)
        {
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.NoScratch, DisplayName(tenant),
                $"{refused.MessageText}; GRANT CREATE ON DATABASE to the account, or use one that has it")], e);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> EntityFrameworkProviders { get; } = ["Npgsql.EntityFrameworkCore.PostgreSQL"];

    /// <inheritdoc/>
    public override string AtHome(TenantContext tenant, string sql) => new PostgreSqlHome(Settings.Of(tenant).Schema).Enter(sql);

    /// <inheritdoc/>
    public override bool TakesRoles => true;

    /// <inheritdoc/>
    public override bool SharesLedgers => true;

    /// <inheritdoc/>
    public override TenantContext Whole(TenantContext tenant) => tenant with { Schemas = ["*"] };

    /// <inheritdoc/>
    public override OwnPlace? OwnPlaceOf(TenantContext tenant)
    {
        var settings = Settings.Of(tenant);
        return new(settings.Place, new(settings.Schema));
    }

    /// <inheritdoc/>
    public override TenantPlace PlaceOf(TenantContext tenant) => Settings.Of(tenant).TenantPlace;

    /// <inheritdoc/>
    public override TenantContext At(TenantContext tenant, TenantPlace place) => Settings.Of(tenant).At(tenant, place);

    /// <inheritdoc/>
    public override async Task CreateAsync(TenantContext tenant, CancellationToken cancellationToken)
    {
        var session = await OpenAsync(Beside(tenant), SessionAccess.Write, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            await Databases.CreateAsync((NpgsqlConnection)session.Connection, PlaceOf(tenant).Database!, cancellationToken)
                .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> HeldByOthersAsync(TenantContext tenant, DatabaseSession session,
        CancellationToken cancellationToken) =>
        PlaceDrop.HeldAsync((NpgsqlConnection)session.Connection, Settings.Of(tenant).Schema, tenant.SharesDatabase, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> DropAsync(TenantContext tenant, TimeSpan lockTimeout,
        CancellationToken cancellationToken)
    {
        var settings = Settings.Of(tenant);
        var session = await OpenAsync(tenant, SessionAccess.Write, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await session.Runner.LockAsync(lockTimeout, cancellationToken).ConfigureAwait(false);
            if (tenant.SharesDatabase)
                return await PlaceDrop.DropSchemaAsync(session, settings.Schema, cancellationToken).ConfigureAwait(false);
            var left = await PlaceDrop.LeftAsync((NpgsqlConnection)session.Connection, settings.Schema,
                cancellationToken).ConfigureAwait(false);
            if (left.Count > 0) return left;
        }

        // No session may be left on it, those that are kept for later included.
        if (_pools.TryGetValue(settings.Key, out var pool)) pool.Value.Clear();
        var beside = await OpenAsync(Beside(tenant), SessionAccess.Write, cancellationToken).ConfigureAwait(false);
        await using (beside.ConfigureAwait(false))
            await Databases.DropAsync((NpgsqlConnection)beside.Connection, PlaceOf(tenant).Database!, cancellationToken)
                .ConfigureAwait(false);
        return [];
    }

    // Every server has this database, made to be connected to while others are looked for (manual, Template Databases).
    private TenantContext Beside(TenantContext tenant) => At(tenant with { Schema = null, Schemas = [] }, new(Database: "postgres"));

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> PlacesAsync(TenantContext tenant, bool schemas, CancellationToken cancellationToken)
    {
        var place = schemas ? tenant : Beside(tenant);
        var session = await OpenAsync(place, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return await Databases.ReadAsync((NpgsqlConnection)session.Connection, schemas, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override string DisplayName(TenantContext tenant) => Settings.Of(tenant).DisplayName;

    /// <inheritdoc/>
    public override Diagnostic? Explain(TenantContext tenant, Exception exception) =>
        PostgreSqlErrors.Explain(DisplayName(tenant), exception);

    /// <inheritdoc/>
    public override async Task<ScriptPlace> PlaceAsync(TenantContext tenant, DatabaseSession session, CancellationToken cancellationToken)
    {
        var schema = Settings.Of(tenant).Schema;
        var command = session.Connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText =
                $"SELECT current_database()::text, EXISTS (SELECT FROM pg_namespace WHERE nspname = {PostgreSqlText.Literal(schema)})";
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                return new(reader.GetString(0), schema, IsMissing: !reader.GetBoolean(1));
            }
        }
    }

    private async Task<Session> OpenAsync(TenantContext tenant, Func<Settings, Pool, Task<Session>> open)
    {
        try
        {
            var settings = Settings.Of(tenant);
            ConnectionFiles.Check(settings.DisplayName, settings.Files);
            return await open(settings, _pools.GetOrAdd(settings.Key, _ => new(settings.Pool)).Value).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or SchemaSyncException) && Explain(tenant, e) is { } diagnostic)
        {
            throw new SchemaSyncException([diagnostic], e);
        }
    }
}
