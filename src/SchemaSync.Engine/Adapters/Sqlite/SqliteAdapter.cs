using Microsoft.Data.Sqlite;

namespace SchemaSync.Engine;

/// <summary>SQLite: a tenant is a file, a scratch database is memory.</summary>
public sealed class SqliteAdapter : DatabaseAdapter
{
    private static readonly SqliteDialect TheDialect = new();

    /// <inheritdoc/>
    public override string Provider => ProviderNames.Sqlite;

    /// <inheritdoc/>
    public override Dialect OfflineDialect => TheDialect;

    /// <inheritdoc/>
    public override async Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access, CancellationToken cancellationToken)
    {
        var settings = Parse(tenant);
        var isFile = settings.Mode != SqliteOpenMode.Memory && settings.DataSource is { Length: > 0 } source && source != ":memory:" && !source.StartsWith("file:", StringComparison.Ordinal);
        if (isFile && Directory.Exists(settings.DataSource)) throw new SchemaSyncException(InspectionDiagnostics.CannotOpen, settings.DataSource, "it is a directory; name a file in the connection string");
        if (isFile && Path.GetDirectoryName(Path.GetFullPath(settings.DataSource)) is { } directory && !Directory.Exists(directory))
            throw new SchemaSyncException(InspectionDiagnostics.CannotOpen, settings.DataSource, $"the directory {directory} does not exist; create it or correct the connection string");
        // Reading must not create the file; a file that is not there yet is an empty schema.
        if (access == SessionAccess.Read && isFile && !File.Exists(settings.DataSource)) return await OpenScratchAsync(tenant, cancellationToken).ConfigureAwait(false);
        settings.Pooling = false;
        return access == SessionAccess.Read && isFile
            ? await OpenToReadAsync(tenant, settings, cancellationToken).ConfigureAwait(false)
            : await OpenAsync(tenant, settings, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken) =>
        OpenAsync(tenant, new SqliteConnectionStringBuilder { DataSource = ":memory:", Pooling = false }, cancellationToken);

    /// <inheritdoc/>
    public override string DisplayName(TenantContext tenant) => Parse(tenant).DataSource;

    /// <inheritdoc/>
    public override Diagnostic? Explain(TenantContext tenant, Exception exception) => SqliteErrors.Explain(DisplayName(tenant), exception);

    private async Task<DatabaseSession> OpenToReadAsync(TenantContext tenant, SqliteConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        settings.Mode = SqliteOpenMode.ReadOnly;
        try
        {
            return await OpenAsync(tenant, settings, cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaSyncException e) when (e.InnerException is SqliteException inner && SqliteErrors.NeedsRecovery(inner))
        {
            // A process that died left its journal; nobody can read the file before it is rolled back (wal.html 5, lockingv3 4.2).
            settings.Mode = SqliteOpenMode.ReadWrite;
            var repair = await OpenAsync(tenant, settings, cancellationToken).ConfigureAwait(false);
            await repair.DisposeAsync().ConfigureAwait(false);
            settings.Mode = SqliteOpenMode.ReadOnly;
            return await OpenAsync(tenant, settings, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<DatabaseSession> OpenAsync(TenantContext tenant, SqliteConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var probe = connection.CreateCommand();
            // The header is read here and not before: a file that is something else shows itself now. NORMAL keeps what
            // committed transactions wrote through a crash of the process.
            probe.CommandText = "SELECT count(*) FROM sqlite_schema";
            await probe.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            return new SqliteSession(connection, DisplayName(tenant), TheDialect);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            // The driver's word for a password and a library without encryption.
            if (e is InvalidOperationException && settings.Password.Length > 0)
                throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.CannotOpen, DisplayName(tenant), "the linked SQLite cannot read encrypted files; take the password out of the connection string")], e);
            if (Explain(tenant, e) is { } diagnostic) throw new SchemaSyncException([diagnostic], e);
            throw;
        }
    }

    /// <summary>The builder's own message repeats what was given, and that may be a password: say which, not what.</summary>
    private static SqliteConnectionStringBuilder Parse(TenantContext tenant)
    {
        try
        {
            var settings = new SqliteConnectionStringBuilder(tenant.ConnectionString);
            return settings.DataSource.Length > 0 ? settings
                : throw new SchemaSyncException(InspectionDiagnostics.CannotOpen, tenant.Id, "the connection string names no file; write Data Source=path");
        }
        catch (ArgumentException)
        {
            throw new SchemaSyncException(InspectionDiagnostics.CannotOpen, tenant.Id, "the connection string is not one of SQLite's; write Data Source=path");
        }
    }
}
