using MySqlConnector;

namespace SchemaSync.MySql.Catalog;

/// <summary>
/// The keys of a table in the order of its definition. On MySQL only what SHOW prints tells it; STATISTICS is a view over joins whose order
/// the optimizer decides, and the tables behind it are nobody's to read. SHOW CREATE TABLE takes a third of SHOW INDEX, which is such a
/// view again. Read where a snapshot is kept: comparing needs no order.
/// </summary>
internal sealed class KeyOrder(MySqlConnection connection)
{
    private const int AtOnce = 200, DefinitionColumn = 1;
    private static readonly string[] Heads = ["KEY", "UNIQUE KEY", "FULLTEXT KEY", "SPATIAL KEY"];

    /// <summary>The same snapshot, its keys as they stand.</summary>
    public async Task<Snapshot> RestoreAsync(Snapshot read, CancellationToken cancellationToken)
    {
        var sorted = new Dictionary<QualifiedName, Table>();
        foreach (var part in read.Objects.OfType<Table>().Where(t => t.UniqueConstraints.Count > 1 || t.Indexes.Count > 1).Chunk(AtOnce))
        {
            var sql = string.Join(";\n", part.Select(t => $"SHOW CREATE TABLE {MySqlText.Quote(t.Name)}"));
            using var command = new MySqlCommand(sql, connection);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            foreach (var table in part)
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    sorted[table.Name] = Sort(table, reader.GetString(DefinitionColumn));
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return read.With(read.Objects.Select(o => o is Table table && sorted.TryGetValue(table.Name, out var known) ? known : o));
    }

    private static Table Sort(Table table, string definition) => table with
    {
        UniqueConstraints = table.UniqueConstraints.OrderBy(u => PlaceOf(u.Name, definition)).ToEquatableArray(),
        Indexes = table.Indexes.OrderBy(i => PlaceOf(i.Name, definition)).ToEquatableArray(),
    };

    // A key begins a line, and no text inside the definition has one: the server escapes line feeds.
    private static int PlaceOf(Identifier key, string definition) =>
        Heads.Max(h => definition.IndexOf($"\n  {h} {MySqlText.Quote(key)} (", StringComparison.Ordinal));
}
