namespace SchemaSync.Adapters.Tests;

/// <summary>
/// What SQLite itself says about a file, through its pragmas and nothing of ours; column order left out, because it is
/// never a difference.
/// </summary>
public static class SqliteOracle
{
    private const string Query = """
        SELECT 'table', t.name, t.type, t.wr, t.strict FROM pragma_table_list t WHERE t.schema = 'main'
            AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND t.name NOT LIKE '\_\_schemasync%' ESCAPE '\'
        UNION ALL
        SELECT 'column', t.name || '.' || c.name, replace(upper(c.type), ', ', ','), c."notnull"
            OR (c.pk > 0 AND (t.wr
            OR (upper(c.type) = 'INTEGER' AND (SELECT count(*) FROM pragma_table_xinfo(t.name) k WHERE k.pk > 0) = 1))),
            coalesce(nullif(c.dflt_value, 'NULL'), '') || '/' || c.pk || '/' || c.hidden
          FROM pragma_table_list t, pragma_table_xinfo(t.name) c WHERE t.schema = 'main' AND t.type = 'table'
              AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND t.name NOT LIKE '\_\_schemasync%' ESCAPE '\'
        UNION ALL
        SELECT 'index', t.name || '.' || CASE i.origin WHEN 'c' THEN i.name ELSE '' END, i."unique" || i.origin || i.partial,
          (SELECT group_concat(coalesce(x.name, '(expression)') || x.desc || x.coll, ',')
              FROM (SELECT * FROM pragma_index_xinfo(i.name) WHERE key ORDER BY seqno) x), ''
          FROM pragma_table_list t, pragma_index_list(t.name) i WHERE t.schema = 'main' AND t.type = 'table'
              AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND t.name NOT LIKE '\_\_schemasync%' ESCAPE '\'
        UNION ALL
        SELECT 'key', t.name || '.' || f."from",
            f."table" || '.' || coalesce(f."to", (SELECT group_concat(name)
            FROM (SELECT name FROM pragma_table_info(f."table") WHERE pk > 0 ORDER BY pk))), f.on_update || '/' || f.on_delete, ''
          FROM pragma_table_list t, pragma_foreign_key_list(t.name) f WHERE t.schema = 'main' AND t.type = 'table'
        UNION ALL
        SELECT s.type, s.name, s.tbl_name, '', '' FROM sqlite_schema s WHERE s.type IN ('view', 'trigger')
        ORDER BY 1, 2, 3, 4, 5
        """;

    public static string Describe(SqliteFile file) => file.Query(Query).Replace(';', '\n');
}
