using System.Text;

namespace SchemaSync.Adapters.Tests;

/// <summary>One object of somebody else for every kind that PostgreSQL lets share a name with a declared one.</summary>
internal static class PostgreSqlTheirs
{
    private const string Table = "\"Somebody Else\"";

    // Signatures that no call of a case fits, so that nothing becomes ambiguous.
    private const string OfEveryName = """
        CREATE FUNCTION {0}(macaddr8, macaddr8, macaddr8) RETURNS integer LANGUAGE sql AS 'SELECT 1';
        CREATE TRIGGER {0} BEFORE INSERT ON {1} FOR EACH ROW EXECUTE FUNCTION {1}();
        CREATE POLICY {0} ON {1};
        ALTER TABLE {1} ADD CONSTRAINT {0} CHECK (a > 0);
        """;

    private const string OfObjects = """
        CREATE PROCEDURE {0}(macaddr8, macaddr8) LANGUAGE sql AS 'SELECT 1';
        CREATE AGGREGATE {0}(macaddr8) (SFUNC = macaddr8_and, STYPE = macaddr8);
        CREATE RULE {0} AS ON UPDATE TO {1} DO ALSO NOTHING;
        CREATE STATISTICS {0} ON a, b FROM {1};
        CREATE COLLATION {0} FROM "C";
        CREATE TEXT SEARCH CONFIGURATION {0} (COPY = pg_catalog.simple);
        """;

    // Rows of the catalogue as the server prints them, with the transaction that wrote them last.
    private const string Catalogue = """
        SELECT string_agg(line, chr(1)) FROM (
          SELECT concat_ws(' ', 'routine', p.xmin, p.oid, p::text) AS line FROM pg_proc p
              WHERE pronamespace = current_schema()::regnamespace
          UNION ALL SELECT concat_ws(' ', 'relation', c.oid, relname, relkind, relfilenode, coalesce(relacl::text, '')) FROM pg_class c
              WHERE relnamespace = current_schema()::regnamespace
          UNION ALL SELECT concat_ws(' ', 'trigger', t.xmin, t.oid, t::text) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
              WHERE relnamespace = current_schema()::regnamespace
          UNION ALL SELECT concat_ws(' ', 'policy', p.xmin, p.oid, p::text) FROM pg_policy p JOIN pg_class c ON c.oid = polrelid
              WHERE relnamespace = current_schema()::regnamespace
          UNION ALL SELECT concat_ws(' ', 'constraint', k.xmin, k.oid, k::text) FROM pg_constraint k
              WHERE connamespace = current_schema()::regnamespace
          UNION ALL SELECT concat_ws(' ', 'rule', r.xmin, r.oid, r::text) FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class
              WHERE relnamespace = current_schema()::regnamespace
          UNION ALL SELECT concat_ws(' ', 'statistics', s.xmin, s.oid, s::text) FROM pg_statistic_ext s
              WHERE stxnamespace = current_schema()::regnamespace
          UNION ALL SELECT concat_ws(' ', 'collation', l.xmin, l.oid, l::text) FROM pg_collation l
              WHERE collnamespace = current_schema()::regnamespace
          UNION ALL SELECT concat_ws(' ', 'configuration', f.xmin, f.oid, f::text) FROM pg_ts_config f
              WHERE cfgnamespace = current_schema()::regnamespace) lines
        """;

    /// <summary>The statements.</summary>
    public static string Script(IReadOnlyCollection<SchemaObject> declared)
    {
        var script = new StringBuilder($"""
            CREATE FUNCTION {Table}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TABLE {Table} (a integer PRIMARY KEY, b integer);
            CREATE TABLE __schemasync_theirs (a integer PRIMARY KEY);
            """);
        var objects = declared.Select(o => o.LocalName.Value).ToHashSet();
        foreach (var name in Theirs.Names(declared, StringComparer.Ordinal))
            script.AppendFormat(null, OfEveryName + (objects.Contains(name) ? OfObjects : ""),
                $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", Table);
        return script.ToString();
    }

    /// <summary>Makes them beside what is declared.</summary>
    public static Theirs Make(PostgreSqlSchema schema, IReadOnlyCollection<SchemaObject> declared) =>
        Theirs.Make(() => schema.Query(Catalogue).Split('\u0001'), () => schema.Run(Script(declared)));
}
