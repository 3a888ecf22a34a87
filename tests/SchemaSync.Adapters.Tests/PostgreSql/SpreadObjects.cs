namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Moves every other object of a case from its schema into the one beside it, on both sides alike. What the server knows follows; a name
/// that stands in the text of a body, which nobody could follow, stays.
/// </summary>
internal sealed class SpreadObjects
{
    private readonly PostgreSqlSchema _schema;
    private readonly HashSet<string> _moved;

    public SpreadObjects(PostgreSqlSchema live, PostgreSqlSchema wanted, SchemaCase one)
    {
        _schema = live;
        var renamed = one.Renames.Where(r => !r.Key.Contains('.', StringComparison.Ordinal))
            .ToDictionary(r => r.Value, r => r.Key.Split(' ', 2)[1], StringComparer.Ordinal);
        string Now(string name) => renamed.GetValueOrDefault(name, name);
        var (before, after) = (ObjectsOf(live), ObjectsOf(wanted));
        var bodies = live.Query(Bodies) + wanted.Query(Bodies);
        // A sequence that a column owns, or will, is where its table is; two tables that swap their names are in one schema.
        HashSet<string> bound = [.. live.Query(Owned).Split(';'), .. wanted.Query(Owned).Split(';'),
            .. renamed.Keys.Intersect(renamed.Values)];
        var names = before.Select(o => Now(o.Name)).Concat(after.Select(o => o.Name)).Distinct().Order(StringComparer.Ordinal).ToList();
        _moved = [.. names.Where((n, i) => i % 2 == 1 && !bound.Contains(n) && !bodies.Contains(n, StringComparison.Ordinal))];
        foreach (var o in before.Where(o => _moved.Contains(Now(o.Name))))
            live.Run($"ALTER {o.Kind} {o.Identity} SET SCHEMA {live.Beside!.Quoted}");
        foreach (var o in after.Where(o => _moved.Contains(o.Name)))
            wanted.Run($"ALTER {o.Kind} {o.Identity} SET SCHEMA {wanted.Beside!.Quoted}");
    }

    /// <summary>Where an object of the target is.</summary>
    public string SchemaOf(string name) => _moved.Contains(name) ? _schema.Beside!.Name : _schema.Name;

    private const string Bodies =
        "SELECT coalesce(string_agg(prosrc, ' '), '') FROM pg_proc WHERE pronamespace = current_schema()::regnamespace";

    private const string Owned = """
        SELECT unnest(ARRAY[c.relname, (SELECT o.relname FROM pg_class o WHERE o.oid = d.refobjid)])
        FROM pg_class c JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refobjsubid > 0 AND d.deptype = 'a'
        WHERE c.relkind = 'S' AND c.relnamespace = current_schema()::regnamespace
        """;

    private static List<(string Kind, string Name, string Identity)> ObjectsOf(PostgreSqlSchema schema) =>
        [.. schema.Query("""
            SELECT coalesce(string_agg(concat_ws(E'\x1', kind, name, identity), E'\x2'), '') FROM (
              SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                  ELSE 'TABLE' END AS kind, c.relname AS name, c.oid::regclass::text AS identity
                FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refobjsubid > 0
                      AND d.deptype IN ('a', 'i') AND c.relkind = 'S')
              UNION ALL
              SELECT CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, t.typname, t.oid::regtype::text
                FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
                WHERE t.typnamespace = current_schema()::regnamespace AND (t.typtype IN ('e', 'd') OR (t.typtype = 'c' AND c.relkind = 'c'))
              UNION ALL
              SELECT 'ROUTINE', p.proname, p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace) o
            """).Split('\u0002', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('\u0001')).Select(o => (o[0], o[1], o[2]))];
}
