using Npgsql;

namespace SchemaSync.PostgreSql.Digests;

/// <summary>
/// One number for each of many schemas of a database, from all that the catalogue says about it: equal numbers mean equal schemas. The
/// server computes them in one query; of ten thousand schemas come ten thousand rows. Objects of others are in them by their oids, so
/// numbers of two databases are never compared.
/// </summary>
internal sealed class SchemaDigests(NpgsqlConnection connection, DigestKey key)
{
    private const string Columns = """
        SELECT c.relname::text, a.attname::text, format_type(a.atttypid, NULL) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relname = ANY ($1::name[]) AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY c.relname, a.attnum
        """;

    // An oid of a user's object has five digits, which a tree has otherwise only in the modifier of a type and in places of long
    // statements; and constants of types that name objects hold one as bytes.
    private const string Leaning = """
        t ~ ('(?<!typmod )\m[1-9]\d{4}|:consttype (' || (SELECT string_agg(oid::text, '|') FROM pg_type WHERE oid < 16384
          AND typname ~ '^_?reg') || ') ')
        """;

    // Something of another schema that no extension brought.
    private const string Others = """
        SELECT (pg_control_system()).system_identifier || ':' || (SELECT oid FROM pg_database WHERE datname = current_database()) || ':',
          EXISTS (SELECT FROM pg_namespace n LEFT JOIN unnest($1) asked(oid) ON asked.oid = n.oid
            WHERE asked.oid IS NULL AND n.nspname !~ '^(pg_|information_schema$|__schemasync)' AND EXISTS (SELECT FROM pg_depend d
              WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid AND d.deptype = 'n'
                AND d.classid IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass)
                AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid
                  AND e.refclassid = 'pg_extension'::regclass)))
        """;

    /// <summary>Reads the digests of the schemas that are there.</summary>
    /// <param name="names">Schemas of tenants.</param>
    /// <param name="shared">The oids of the schemas that all of them share.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<TenantDigests> ReadAsync(IReadOnlyList<Identifier> names, IReadOnlyList<uint> shared,
        CancellationToken cancellationToken)
    {
        var schemas = await Schemas.FindAsync(connection, names, cancellationToken).ConfigureAwait(false);
        var columns = await ColumnsAsync(connection, cancellationToken).ConfigureAwait(false);
        var (place, hasOthers) = (await RowsAsync(connection, Others, [Oids([.. schemas.Values, .. shared])],
            r => (r.GetString(0), r.GetBoolean(1)), cancellationToken).ConfigureAwait(false))[0];
        var digests = (await RowsAsync(connection, Query(columns), [Oids([.. schemas.Values]), key.First, key.Second],
                r => (Schema: r.GetFieldValue<uint>(0), Digest: place + r.GetString(1)), cancellationToken)
            .ConfigureAwait(false)).ToDictionary(d => d.Schema, d => d.Digest);
        // Of a schema with nothing in it there is no row.
        return new(schemas.ToDictionary(s => s.Key, s => digests.GetValueOrDefault(s.Value, place)), hasOthers);
    }

    /// <summary>The columns of the catalogues, as this server has them.</summary>
    internal static async Task<ILookup<string, CatalogColumn>> ColumnsAsync(NpgsqlConnection connection,
        CancellationToken cancellationToken) =>
        (await RowsAsync(connection, Columns, [CatalogPiece.All.Select(p => p.Catalogue).Distinct().ToArray()],
                r => (Catalogue: r.GetString(0), Column: new CatalogColumn(r.GetString(1), r.GetString(2))), cancellationToken)
            .ConfigureAwait(false)).ToLookup(c => c.Catalogue, c => c.Column, StringComparer.Ordinal);

    /// <summary>The query: <c>$1</c> the oids of the schemas, <c>$2</c> and <c>$3</c> two numbers that the hashes begin with.</summary>
    internal static string Query(ILookup<string, CatalogColumn> columns)
    {
        var pieces = CatalogPiece.All.Select(p => (Piece: p, Facts: new PieceFacts(p, columns[p.Catalogue]))).ToList();
        var trees = from p in pieces from tree in p.Facts.Trees select $"SELECT {tree}::text FROM {p.Piece.From}";
        // Without the OFFSET the server would look at each tree before it knows which are alike.
        return $"""
            {Anchors.Sql(names: true)},
            leaning AS MATERIALIZED (SELECT hashtextextended(t, $2) AS hash FROM (SELECT DISTINCT t FROM (
              {string.Join("\n  UNION ALL ", trees)}) every (t) OFFSET 0) tree WHERE {Leaning})
            SELECT schema, count(*) || ':' || sum(hashtextextended(facts, $2)) || ':' || sum(hashtextextended(facts, $3)) FROM (
              {string.Join("\n  UNION ALL ", pieces.Select(p => p.Facts.Sql))}) piece GROUP BY schema
            """;
    }

    private static object Oids(uint[] oids) => new NpgsqlParameter<uint[]>
    {
        TypedValue = oids, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Oid,
    };

    private static async Task<List<T>> RowsAsync<T>(NpgsqlConnection connection, string sql, object[] parameters,
        Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            foreach (var parameter in parameters) command.Parameters.Add(parameter as NpgsqlParameter ?? new() { Value = parameter });
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(read(reader));
            }
        }

        return rows;
    }
}
