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
    /// <summary>Every row, by database; the tenant's own first.</summary>
    public async Task<IReadOnlyList<CatalogRows>> ReadAsync(CancellationToken cancellationToken)
    {
        var all = databases.Select(d => new CatalogRows(d, databases[0].Place)).ToList();
        var grants = new List<string>();
        var queries = CatalogQueries.All(server);
        using var command = new MySqlCommand(Text(queries), connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        foreach (var query in queries)
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) Take(query);
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }

        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) grants.Add(reader.GetString(0));
        await reader.DisposeAsync().ConfigureAwait(false);
        await CheckRightsAsync(grants, cancellationToken).ConfigureAwait(false);
        return all;

        void Take(CatalogQuery query)
        {
            if (CatalogQuery.Of(reader, databases, server) is { } database)
                query.Take(all.Find(r => r.Database == database)!, new(reader, scratch, CatalogQuery.First));
        }
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
        new CatalogReader(null!, [new(default, database)], server).Text(CatalogQueries.All(server));

    private string Text(IReadOnlyList<CatalogQuery> queries) =>
        string.Join(";\n", queries.Select(q => q.Over(databases)).Append("SHOW GRANTS"));

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
