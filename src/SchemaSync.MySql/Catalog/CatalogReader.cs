using System.Globalization;
using MySqlConnector;

namespace SchemaSync.MySql.Catalog;

/// <summary>
/// Reads information_schema in one round trip, restricted to the managed databases. Nothing is joined on the server: MySQL joins
/// CHECK_CONSTRAINTS by a nested loop (FACTS, Floors and traps). Headers are aliased by position, for MySQL spells them as it likes.
/// </summary>
internal sealed class CatalogReader(
    MySqlConnection connection, IReadOnlyList<ManagedDatabase> databases, MySqlCapabilities server, ScratchNames? scratch = null)
{
    /// <summary>Is shown every row as it comes, with the number of its question.</summary>
    public Action<ManagedDatabase, int, MySqlDataReader>? Seen { get; init; }

    /// <summary>Every row, by database; the tenant's own first.</summary>
    public async Task<IReadOnlyList<CatalogRows>> ReadAsync(CancellationToken cancellationToken)
    {
        var all = databases.Select(d => new CatalogRows(d, databases[0].Place)).ToList();
        await ReadAsync(Text(q => q.Over(databases)), reader => CatalogQuery.Of(reader, databases, server) is { } database
            ? all.Find(r => r.Database == database) : null, cancellationToken).ConfigureAwait(false);
        return all;
    }

    /// <summary>The same of many databases, each of which is somebody's own.</summary>
    public async Task<IReadOnlyList<CatalogRows>> ReadManyAsync(CancellationToken cancellationToken)
    {
        var all = databases.ToDictionary(d => d.Place, d => new CatalogRows(d, d.Place), StringComparer.Ordinal);
        // One whose name differs in case alone is another one's.
        await ReadAsync(Text(q => q.OverMany(databases, server)), reader => all.GetValueOrDefault(reader.GetString(1)),
            cancellationToken).ConfigureAwait(false);
        return [.. all.Values];
    }

    private async Task ReadAsync(string text, Func<MySqlDataReader, CatalogRows?> of, CancellationToken cancellationToken)
    {
        var grants = new List<string>();
        var number = 0;
        using var command = new MySqlCommand(text, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        foreach (var query in CatalogQueries.All(server))
        {
            number++;
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (of(reader) is not { } rows) continue;
                query.Take(rows, new(reader, scratch, CatalogQuery.First));
                Seen?.Invoke(rows.Database, number, reader);
            }

            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }

        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) grants.Add(reader.GetString(0));
        await reader.DisposeAsync().ConfigureAwait(false);
        await CheckRightsAsync(grants, cancellationToken).ConfigureAwait(false);
    }

    private async Task CheckRightsAsync(List<string> grants, CancellationToken cancellationToken)
    {
        if (databases.All(d => Rights.Missing(grants, d.Place, server).Count == 0)) return;
        if (!server.IsMariaDb && Rights.HasRoles(grants)) await AddRolesAsync(connection, grants, cancellationToken).ConfigureAwait(false);
        foreach (var database in databases)
        {
            if (Rights.Missing(grants, database.Place, server) is { Count: > 0 } missing)
                throw new SchemaSyncException(
                    InspectionDiagnostics.NoPermission, database.Place,
                    $"it does not see everything (GRANT {string.Join("; GRANT ", missing)})");
        }
    }

    /// <summary>What SHOW GRANTS says with the roles that are active.</summary>
    internal static async Task AddRolesAsync(MySqlConnection connection, List<string> grants, CancellationToken cancellationToken)
    {
        using var ask = new MySqlCommand("SELECT CURRENT_ROLE()", connection);
        if (await ask.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not string roles || roles == "NONE") return;
        using var command = new MySqlCommand($"SHOW GRANTS FOR CURRENT_USER() USING {roles}", connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        grants.Clear();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) grants.Add(reader.GetString(0));
    }

    /// <summary>The queries alone, for those who measure what they cost.</summary>
    internal static string Text(string database, MySqlCapabilities server) =>
        new CatalogReader(null!, [new(default, database)], server).Text(q => q.Over([new(default, database)]));

    private string Text(Func<CatalogQuery, string> over) =>
        string.Join(";\n", CatalogQueries.All(server).Select(over).Append("SHOW GRANTS"));

    /// <summary>The columns of a row, one after the other.</summary>
    internal struct Row(MySqlDataReader reader, ScratchNames? scratch = null, int first = 0)
    {
        private int _next = first;

        public string Text() => Real(reader.GetString(_next++));

        public string? TextOrNull() => reader.IsDBNull(_next) ? Skip() : Real(reader.GetString(_next++));

        public bool Flag() => !reader.IsDBNull(_next++) && Convert.ToInt64(reader.GetValue(_next - 1), CultureInfo.InvariantCulture) != 0;

        public int? IntOrNull() =>
            reader.IsDBNull(_next++) ? null : Convert.ToInt32(reader.GetValue(_next - 1), CultureInfo.InvariantCulture);

        private readonly string Real(string text) => scratch?.Restore(text) ?? text;

        private string? Skip()
        {
            _next++;
            return null;
        }
    }
}
