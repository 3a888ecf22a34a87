using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SchemaSync.Sqlite.Sessions;

/// <summary>One connection to a file or to memory.</summary>
internal sealed class Session(SqliteConnection connection, string database, SqliteDialect dialect) : DatabaseSession
{
    /// <inheritdoc/>
    public override Dialect Dialect => dialect;

    /// <inheritdoc/>
    public override SchemaInspector Inspector { get; } = new SqliteInspector(connection);

    /// <inheritdoc/>
    public override MigrationRunner Runner { get; } = new SqliteRunner(connection, database);

    /// <inheritdoc/>
    public override DbConnection Connection => connection;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }
}
