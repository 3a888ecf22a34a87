using Microsoft.Data.Sqlite;

namespace SchemaSync.Recipes;

/// <summary>The effects of a database of one's own: a tenant is a file with a table of boxes, a scratch database is memory.</summary>
public sealed class ShelfAdapter : DatabaseAdapter
{
    private static readonly ShelfDialect TheDialect = new();

    // A file that holds boxes can be read as soon as this adapter is there.
    static ShelfAdapter() => _ = Box.BoxKind;

    /// <inheritdoc/>
    public override string Provider => ShelfDialect.Name;

    /// <inheritdoc/>
    public override Dialect OfflineDialect => TheDialect;

    /// <inheritdoc/>
    public override Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access, CancellationToken cancellationToken) =>
        access == SessionAccess.Read && Missing(tenant) is not null
            ? OpenScratchAsync(tenant, cancellationToken)
            : OpenAsync(new SqliteConnection($"{tenant.ConnectionString};Pooling=False"), cancellationToken);

    /// <inheritdoc/>
    public override Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken) =>
        OpenAsync(new SqliteConnection("Data Source=:memory:"), cancellationToken);

    /// <inheritdoc/>
    public override string? Missing(TenantContext tenant) => File.Exists(DisplayName(tenant)) ? null : "there is no such shelf";

    /// <inheritdoc/>
    public override TenantPlace PlaceOf(TenantContext tenant) => new(Database: tenant.ConnectionString);

    /// <inheritdoc/>
    public override TenantContext At(TenantContext tenant, TenantPlace place) =>
        place.Database is { } shelf ? tenant with { ConnectionString = shelf } : tenant;

    /// <inheritdoc/>
    public override string DisplayName(TenantContext tenant) => new SqliteConnectionStringBuilder(tenant.ConnectionString).DataSource;

    /// <inheritdoc/>
    public override Diagnostic? Explain(TenantContext tenant, Exception exception) =>
        exception is SqliteException e ? Diagnostic.Of(InspectionDiagnostics.CannotOpen, DisplayName(tenant), e.Message) : null;

    private static async Task<DatabaseSession> OpenAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE IF NOT EXISTS boxes (name TEXT PRIMARY KEY, label TEXT, content TEXT, comment TEXT)";
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        return new ShelfSession(connection, TheDialect);
    }
}
