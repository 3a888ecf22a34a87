using Npgsql;

namespace SchemaSync.PostgreSql.Reading;

/// <summary>Which schemas a database has.</summary>
internal static class Schemas
{
    // An extension may bring a schema of its own, which comes and goes with it. No name in here can be another object's (FACTS, capture);
    // before version 14 the body of obj_description has such a name.
    private const string Query = """
        SELECT n.nspname::pg_catalog.text, n.oid, (SELECT d.description FROM pg_catalog.pg_description d
            WHERE d.objoid OPERATOR(pg_catalog.=) n.oid
            AND d.classoid OPERATOR(pg_catalog.=) 2615::pg_catalog.oid AND d.objsubid OPERATOR(pg_catalog.=) 0),
          pg_catalog.pg_get_userbyid(n.nspowner)::pg_catalog.text,
          (SELECT pg_catalog.json_agg(pg_catalog.concat(x.privilege_type, CASE WHEN x.is_grantable THEN '*' ELSE ' ' END,
              CASE WHEN x.grantee OPERATOR(pg_catalog.=) 0::pg_catalog.oid THEN 'public'
                  ELSE pg_catalog.pg_get_userbyid(x.grantee)::pg_catalog.text END))::pg_catalog.text
            FROM pg_catalog.aclexplode(n.nspacl) x WHERE x.grantee OPERATOR(pg_catalog.<>) n.nspowner)
        FROM pg_catalog.pg_namespace n
        WHERE NOT (n.nspname OPERATOR(pg_catalog.~) '^(pg_|information_schema$|__schemasync$|__schemasync_scratch_)'::pg_catalog.text)
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid OPERATOR(pg_catalog.=) 2615::pg_catalog.oid
            AND d.objid OPERATOR(pg_catalog.=) n.oid AND d.deptype OPERATOR(pg_catalog.=) 'e'::pg_catalog."char")
        """;

    private const string Matching =
        $"{Query} AND n.nspname::pg_catalog.text OPERATOR(pg_catalog.~~) "
            + "ANY ($1) AND n.nspname::pg_catalog.text OPERATOR(pg_catalog.<>) $2";

    /// <summary>The schemas, other than the tenant's own, that match one of the patterns of LIKE.</summary>
    public static async Task<IReadOnlyList<ManagedSchema>> FindAsync(NpgsqlConnection connection,
        string own, string[] patterns, CancellationToken cancellationToken)
    {
        if (patterns.Length == 0) return [];
        var found = new List<ManagedSchema>();
        var command = new NpgsqlCommand(Matching,
            connection)
            {
                Parameters = { new NpgsqlParameter<string[]>
                {
                    TypedValue = patterns,
                    NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text,
                }, new NpgsqlParameter<string> { TypedValue = own } },
            };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var row = new CatalogRow(reader);
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) found.Add(Read(row.Reset()));
            }
        }

        return [.. found.OrderBy(s => s.Name, StringComparer.Ordinal)];
    }

    /// <summary>The oids of the schemas of these names, as far as they are there.</summary>
    public static async Task<IReadOnlyDictionary<Identifier, uint>> FindAsync(NpgsqlConnection connection,
        IReadOnlyList<Identifier> names, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Identifier, uint>();
        var command = new NpgsqlCommand("SELECT n.nspname::text, n.oid FROM pg_namespace n WHERE n.nspname = ANY ($1::name[])", connection)
        {
            Parameters = { new NpgsqlParameter<string[]> { TypedValue = [.. names.Select(n => n.Value)] } },
        };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    found[new(reader.GetString(0))] = reader.GetFieldValue<uint>(1);
            }
        }

        return found;
    }

    private static ManagedSchema Read(CatalogRow row) =>
        new(row.Text(), row.Oid()) { Comment = row.TextOrNull() ?? "", Owner = row.Text(), Grants = AccessText.Read(row.Texts()) };

    /// <summary>A pattern with <c>*</c> and <c>?</c> as one of LIKE: what else has a meaning there is a letter like any other.</summary>
    public static string Pattern(string pattern) =>
        pattern.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal).Replace('*', '%').Replace('?', '_');

    /// <summary>Reads their names.</summary>
    public static async Task<DatabaseSchemas> ReadAsync(NpgsqlConnection connection, string own,
        IReadOnlyList<ManagedSchema> managed, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var command = new NpgsqlCommand(Query, connection);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) names.Add(reader.GetString(0));
            }
        }

        return new(own, names.Contains(own), [.. names.Except(managed.Select(s => s.Name)).Order(StringComparer.Ordinal)]);
    }
}
