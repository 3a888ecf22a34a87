using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using MySqlConnector;

namespace SchemaSync.MySql.Digests;

/// <summary>
/// One text for each of many databases of a server, from all that a snapshot is read from: the rows of the catalogue, and what SHOW CREATE
/// prints seen from the database itself, so that its own name is not in it. No server has a function that tells the texts apart without
/// sending them, so they are hashed here; nothing is kept of a part before the next one is read.
/// </summary>
internal sealed class DatabaseDigests(MySqlConnection connection, MySqlCapabilities server, DigestKey key)
{
    // The rows of so many databases are there at a time.
    private const int AtOnce = 100;

    private static readonly Regex NextNumber =
        new(@"(?<=\n\) ENGINE=\w+) AUTO_INCREMENT=\d+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Reads those that are there. One that is left out has something that only reading it shows.</summary>
    /// <param name="names">Databases of tenants.</param>
    /// <param name="shared">Databases that all of them share.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<TenantDigests?> ReadAsync(IReadOnlyList<Identifier> names, IReadOnlyList<string> shared,
        CancellationToken cancellationToken)
    {
        var all = await DatabasesAsync(cancellationToken).ConfigureAwait(false);
        var asked = names.Where(n => all.ContainsKey(n.Value)).Distinct().ToList();
        var digests = new Dictionary<Identifier, string>();
        var home = connection.Database;
        try
        {
            foreach (var part in asked.Chunk(AtOnce))
                // What is not said of a table is as its database has it.
                foreach (var (name, digest) in await PartAsync(part, cancellationToken).ConfigureAwait(false))
                    digests[name] = $"{all[name.Value]} {digest}";
        }
        catch (SchemaSyncException e) when (e.Diagnostics.All(d => d.Entry == InspectionDiagnostics.NoPermission))
        {
            // The account does not see everything of one of them: reading that one says so.
            return null;
        }
        finally
        {
            if (connection.State == System.Data.ConnectionState.Open && connection.Database != home)
                await connection.ChangeDatabaseAsync(home, CancellationToken.None).ConfigureAwait(false);
        }

        var known = names.Select(n => n.Value).Concat(shared).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(digests, all.Keys.Any(d => !known.Contains(d) && !MySqlHome.IsCommon(d)));
    }

    /// <summary>Every database with its default collation.</summary>
    private async Task<Dictionary<string, string>> DatabasesAsync(CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        const string Question = "SELECT SCHEMA_NAME, DEFAULT_COLLATION_NAME FROM information_schema.SCHEMATA";
        using var command = new MySqlCommand(Question, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) all[reader.GetString(0)] = reader.GetString(1);
        return all;
    }

    private async Task<IEnumerable<(Identifier Name, string Digest)>> PartAsync(IReadOnlyList<Identifier> names,
        CancellationToken cancellationToken)
    {
        var sums = names.ToDictionary(n => n.Value, _ => new Sum(key), StringComparer.Ordinal);
        var databases = names.Select(n => new ManagedDatabase(default, n.Value)).ToList();
        var catalog = new CatalogReader(connection, databases, server)
        {
            Seen = (database, number, reader) => Add(sums[database.Place], database.Place, number, reader),
        };
        var all = await catalog.ReadManyAsync(cancellationToken).ConfigureAwait(false);
        var digests = new List<(Identifier, string)>();
        foreach (var rows in all)
        {
            if (!await DefinitionsAsync(rows, sums[rows.Database.Place], cancellationToken).ConfigureAwait(false)) continue;
            digests.Add((new(rows.Database.Place), $"{connection.DataSource} {connection.ServerVersion} {sums[rows.Database.Place]}"));
        }

        return digests;
    }

    // Which keys of a table are its own says no name; of any other column a name means what it says.
    private static void Add(Sum sum, string place, int number, MySqlDataReader reader)
    {
        sum.Begin(number);
        for (var i = CatalogQuery.First; i < reader.FieldCount; i++)
        {
            var text = reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture);
            var isOwn = text == place && reader.GetName(i).Equals("REFERENCED_TABLE_SCHEMA", StringComparison.OrdinalIgnoreCase);
            sum.Append(isOwn ? "" : text);
        }

        sum.End();
    }

    /// <summary>Adds what SHOW CREATE prints.</summary>
    /// <returns>Whether that, with the rows, is all that a snapshot is read from.</returns>
    private async Task<bool> DefinitionsAsync(CatalogRows rows, Sum sum, CancellationToken cancellationToken)
    {
        if (rows.Columns.Exists(c => StoredCharacters.HasDoubtfulValues(c)
            || (server.IsMariaDb && StoredCharacters.IsDoubtful(c, server)))) return false;
        var wanted = MySqlInspector.Wanted(rows, server).ToList();
        if (wanted.Count == 0) return true;
        await connection.ChangeDatabaseAsync(rows.Database.Place, cancellationToken).ConfigureAwait(false);
        await new DefinitionReader(connection, scratch: null).ReadAsync(wanted, cancellationToken).ConfigureAwait(false);
        foreach (var ((kind, name), text) in rows.Definitions)
        {
            sum.Begin(-1);
            sum.Append(kind.Name);
            sum.Append(name);
            // Comments and defaults, where the same words may stand, are in the rows as well.
            sum.Append(text is null ? null : NextNumber.Replace(text, "", 1));
            // A body that names its own database means another thing where that is another one's.
            if (text is not null && Names(text, rows.Database.Place)) sum.Append(rows.Database.Place);
            sum.End();
        }

        return rows.Refusals.Count == 0;
    }

    private static bool Names(string text, string place) => text.Contains(place, StringComparison.OrdinalIgnoreCase)
        || text.Contains(place.Replace("`", "``", StringComparison.Ordinal), StringComparison.Ordinal);

    /// <summary>Rows in whatever order, as one number.</summary>
    private sealed class Sum(DigestKey key)
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private UInt128 _sum;
        private int _count;

        public void Begin(int number)
        {
            Append(key.First);
            Append(key.Second);
            Append(number);
        }

        // The length keeps two neighbours apart.
        public void Append(string? text)
        {
            Append(text?.Length ?? -1);
            _hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        }

        public void End()
        {
            Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
            _hash.GetHashAndReset(bytes);
            _sum = unchecked(_sum + MemoryMarshal.Read<UInt128>(bytes));
            _count++;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_count}:{_sum}");

        private void Append(long number) => _hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in number)));
    }
}
