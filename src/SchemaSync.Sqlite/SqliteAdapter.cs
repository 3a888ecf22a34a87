using Microsoft.Data.Sqlite;

namespace SchemaSync.Sqlite;

/// <summary>SQLite: a tenant is a file, a scratch database is memory.</summary>
public sealed class SqliteAdapter : DatabaseAdapter
{
    private const string Example = "Data Source=path";

    private static readonly SqliteDialect TheDialect = new();

    // The file and what stands beside it while it is used (fileformat2.html 4, wal.html 2.1).
    private static readonly string[] FileSuffixes = ["", "-wal", "-shm", "-journal"];

    // The header's first field (fileformat2.html 1.3.1).
    private static ReadOnlySpan<byte> Head => "SQLite format 3\0"u8;

    /// <inheritdoc/>
    public override string Provider => ProviderNames.Sqlite;

    /// <inheritdoc/>
    public override Dialect OfflineDialect => TheDialect;

    /// <inheritdoc/>
    public override async Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access, CancellationToken cancellationToken)
    {
        var settings = Parse(tenant);
        if (Nowhere(settings) is { } reason) throw new SchemaSyncException(InspectionDiagnostics.CannotOpen, settings.DataSource, reason);
        var isFile = IsPath(settings);
        // Reading must not create the file; a file that is not there yet is an empty schema.
        if (isFile && !IsThere(settings.DataSource) && access == SessionAccess.Read)
            return await OpenScratchAsync(tenant, cancellationToken).ConfigureAwait(false);
        settings.Pooling = false;
        return access == SessionAccess.Read && isFile
            ? await OpenToReadAsync(tenant, settings, cancellationToken).ConfigureAwait(false)
            : await OpenAsync(tenant, settings, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken) =>
        OpenAsync(tenant, new SqliteConnectionStringBuilder { DataSource = ":memory:", Pooling = false }, cancellationToken);

    /// <inheritdoc/>
    public override TenantPlace PlaceOf(TenantContext tenant) => new(Database: Parse(tenant).DataSource);

    /// <inheritdoc/>
    public override TenantContext At(TenantContext tenant, TenantPlace place)
    {
        if ((place.Server ?? place.Schema) is not null)
            throw new SchemaSyncException(TenancyDiagnostics.NoSuchPlace, tenant.Id,
                place.Server is null ? "a schema" : "a server", Provider);
        if (place.Database is not { } file) return tenant;
        var settings = Parse(tenant);
        settings.DataSource = file;
        return tenant with { ConnectionString = settings.ConnectionString };
    }

    /// <inheritdoc/>
    public override string DisplayName(TenantContext tenant) => Parse(tenant).DataSource;

    /// <inheritdoc/>
    public override Diagnostic? Explain(TenantContext tenant, Exception exception) => SqliteErrors.Explain(DisplayName(tenant), exception);

    /// <inheritdoc/>
    public override string? Missing(TenantContext tenant) =>
        Parse(tenant) is var settings && IsPath(settings) && !IsThere(settings.DataSource)
            ? $"there is no such file{Neighbours(settings.DataSource)}; correct the connection string"
            : null;

    /// <inheritdoc/>
    public override string? FileConnection => "Data Source={tenant}";

    /// <inheritdoc/>
    public override string OfflineConnection => "Data Source=:memory:";

    /// <inheritdoc/>
    public override IReadOnlyList<string> EntityFrameworkProviders { get; } = ["Microsoft.EntityFrameworkCore.Sqlite"];

    /// <inheritdoc/>
    public override int FileHeadLength => Head.Length;

    /// <inheritdoc/>
    public override bool IsDatabaseFile(ReadOnlySpan<byte> head) => head.StartsWith(Head);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files(TenantContext tenant) =>
        Parse(tenant) is var settings && IsPath(settings) ? [.. FileSuffixes.Select(s => settings.DataSource + s)] : [];

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> DropAsync(TenantContext tenant, TimeSpan lockTimeout,
        CancellationToken cancellationToken)
    {
        var session = await OpenAsync(tenant, SessionAccess.Write, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return await DroppedFile.DropAsync((SqliteConnection)session.Connection, Files(tenant), cancellationToken)
                .ConfigureAwait(false);
    }

    // Nobody knows by which extension: the file's own is the best guess at what was meant.
    private static string Neighbours(string path)
    {
        const int Most = 10;
        var names = Directory.GetFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, "*" + Path.GetExtension(path))
            .Select(Path.GetFileName).Order(StringComparer.Ordinal).Take(Most + 1).ToList();
        return names.Count == 0 ? "" : $" (there are {string.Join(", ", names.Take(Most))}{(names.Count > Most ? " and more" : "")})";
    }

    /// <inheritdoc/>
    public override Task<ScriptPlace> PlaceAsync(TenantContext tenant, DatabaseSession session, CancellationToken cancellationToken) =>
        Task.FromResult(new ScriptPlace(Path.GetFileName(Parse(tenant).DataSource)));

    private static bool IsPath(SqliteConnectionStringBuilder settings) =>
        settings.Mode != SqliteOpenMode.Memory && settings.DataSource is { Length: > 0 } source && source != ":memory:"
            && !source.StartsWith("file:", StringComparison.Ordinal);

    /// <summary>Why what was done to this database would be lost at once; null for one that stays. Memory
    /// that is shared lives as long as another connection of the process.</summary>
    private static string? Nowhere(SqliteConnectionStringBuilder settings) => settings switch
    {
        { DataSource: ":memory:" } or { Mode: SqliteOpenMode.Memory, Cache: not SqliteCacheMode.Shared } =>
            "a database in memory is gone when the connection closes; name a file in the connection string",
        { DataSource: var source } when source.StartsWith("|DataDirectory|", StringComparison.OrdinalIgnoreCase) =>
            "only the application knows its DataDirectory; write the path of the file in the connection string",
        _ => null,
    };

    /// <summary>Whether the file exists. One that may not be looked at is an error, and not an empty database.</summary>
    private static bool IsThere(string path)
    {
        try
        {
            return !File.GetAttributes(path).HasFlag(FileAttributes.Directory) ? true
                : throw new SchemaSyncException(InspectionDiagnostics.CannotOpen, path,
                    "it is a directory; name a file in the connection string");
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (DirectoryNotFoundException e)
        {
            var missing = Path.GetDirectoryName(Path.GetFullPath(path));
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.CannotOpen, path,
                $"the directory {missing} does not exist; create it or correct the connection string")], e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.CannotOpen, path,
                "the file system refuses it; check the path and the permissions of its directory")], e);
        }
    }

    private async Task<DatabaseSession> OpenToReadAsync(TenantContext tenant,
        SqliteConnectionStringBuilder settings, CancellationToken cancellationToken)
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
            await RepairAsync(tenant, settings, e, cancellationToken).ConfigureAwait(false);
            settings.Mode = SqliteOpenMode.ReadOnly;
            return await OpenAsync(tenant, settings, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RepairAsync(TenantContext tenant, SqliteConnectionStringBuilder settings,
        SchemaSyncException unreadable, CancellationToken cancellationToken)
    {
        try
        {
            var repair = await OpenAsync(tenant, settings, cancellationToken).ConfigureAwait(false);
            await repair.DisposeAsync().ConfigureAwait(false);
        }
        catch (SchemaSyncException e) when (e.Diagnostics[0].Entry == ExecutionDiagnostics.ReadOnly)
        {
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.CannotOpen, DisplayName(tenant),
                "it is in WAL mode, or a process died while it wrote, so reading it needs permission to write the file and its "
                    + "directory; grant it or copy the database elsewhere")], unreadable);
        }
    }

    private async Task<DatabaseSession> OpenAsync(TenantContext tenant,
        SqliteConnectionStringBuilder settings, CancellationToken cancellationToken)
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
            return new Session(connection, DisplayName(tenant), TheDialect);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            // The driver's word for a password and a library without encryption.
            if (e is InvalidOperationException && settings.Password.Length > 0)
                throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.CannotOpen, DisplayName(tenant),
                    "the linked SQLite cannot read encrypted files; take the password out of the connection string")], e);
            if (Explain(tenant, e) is { } diagnostic) throw new SchemaSyncException([diagnostic], e);
            throw;
        }
    }

    private static SqliteConnectionStringBuilder Parse(TenantContext tenant)
    {
        var settings = ConnectionText.Read(tenant, "SQLite", Example, text => new SqliteConnectionStringBuilder(text));
        return settings.DataSource.Length > 0 ? settings : throw ConnectionText.Refused(tenant, "names no file", Example);
    }
}
