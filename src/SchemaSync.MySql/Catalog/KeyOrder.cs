using MySqlConnector;

namespace SchemaSync.MySql.Catalog;

/// <summary>
/// The keys of a table in the order of its definition. On MySQL only SHOW INDEX tells it; STATISTICS is a view over joins whose order
/// the optimizer decides. Read where a snapshot is kept: 1,000 tables take 1.7 s, STATISTICS 0.1 s, and comparing needs no order.
/// </summary>
internal sealed class KeyOrder(MySqlConnection connection)
{
    private const int AtOnce = 200, NameColumn = 2;

    /// <summary>The same snapshot, its keys as they stand.</summary>
    public async Task<Snapshot> RestoreAsync(Snapshot read, CancellationToken cancellationToken)
    {
        var places = new Dictionary<QualifiedName, Dictionary<Identifier, int>>();
        foreach (var part in read.Objects.OfType<Table>().Where(t => t.UniqueConstraints.Count > 1 || t.Indexes.Count > 1)
            .Select(t => t.Name).Chunk(AtOnce))
        {
            using var command = new MySqlCommand(string.Join(";\n", part.Select(t => $"SHOW INDEX FROM {MySqlText.Quote(t)}")), connection);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            foreach (var table in part)
            {
                var keys = places[table] = [];
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    keys.TryAdd(new(reader.GetString(NameColumn)), keys.Count);
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return read.With(read.Objects.Select(o =>
            o is Table table && places.TryGetValue(table.Name, out var keys) ? Sort(table, keys) : o));
    }

    private static Table Sort(Table table, Dictionary<Identifier, int> places) => table with
    {
        UniqueConstraints = table.UniqueConstraints.OrderBy(u => places.GetValueOrDefault(u.Name)).ToEquatableArray(),
        Indexes = table.Indexes.OrderBy(i => places.GetValueOrDefault(i.Name)).ToEquatableArray(),
    };
}
