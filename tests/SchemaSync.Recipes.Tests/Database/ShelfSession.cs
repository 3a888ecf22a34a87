using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SchemaSync.Recipes;

/// <summary>One connection to a shelf.</summary>
internal sealed class ShelfSession(SqliteConnection connection, ShelfDialect dialect) : DatabaseSession
{
    /// <inheritdoc/>
    public override Dialect Dialect => dialect;

    /// <inheritdoc/>
    public override SchemaInspector Inspector { get; } = new ShelfInspector(connection, dialect);

    /// <inheritdoc/>
    public override MigrationRunner Runner { get; } = new ShelfRunner(connection);

    /// <inheritdoc/>
    public override DbConnection Connection => connection;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }
}

/// <summary>Reads the boxes.</summary>
internal sealed class ShelfInspector(SqliteConnection connection, ShelfDialect dialect) : SchemaInspector
{
    /// <inheritdoc/>
    public override async Task<Snapshot> InspectAsync(CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, label, content, comment FROM boxes ORDER BY name";
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var boxes = new List<TopLevelObject>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            string? Text(int at) => reader.IsDBNull(at) ? null : reader.GetString(at);
            boxes.Add(new Box
            {
                Name = new(reader.GetString(0)),
                Label = Text(1),
                Content = Text(2) is { } content ? new(content) : null,
                Comment = Text(3),
            });
        }

        return new() { Form = dialect.ServerForm, Objects = boxes.ToEquatableArray() };
    }

    /// <summary>No box refers to another.</summary>
    public override Task CheckBodiesAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
