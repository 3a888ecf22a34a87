namespace SchemaSync.PostgreSql.Scripts;

/// <summary>What psql is asked about a schema. Names are looked for in the server's own schema and printed for the managed one.</summary>
internal static class PsqlStates
{
    /// <summary>The side that holds functions and procedures.</summary>
    public const string Routine = "routine";

    /// <summary>
    /// Side, name, name without a signature, and state of every object of the managed schema, whose name is in none of them,
    /// and of the shared ones, in whose names theirs is. <see cref="PostgreSqlPath.Leave"/> has to follow.
    /// </summary>
    public static string Query(PostgreSqlCapabilities server, string schema, IReadOnlyList<string> shared) =>
        PostgreSqlPath.Printing(Objects(server, schema, shared))
            .Replace("$2", PostgreSqlText.Literal(PostgreSqlPath.Of(schema)), StringComparison.Ordinal);

    private static string Literals(IEnumerable<string> names) => string.Join(", ", names.Select(PostgreSqlText.Literal));

    private static string Objects(PostgreSqlCapabilities server, string schema, IReadOnlyList<string> shared) => $$"""
        WITH place AS MATERIALIZED (
          SELECT n.oid, n.nspname::text AS name, concat(quote_ident(n.nspname::text), '.') AS prefix,
            CASE WHEN n.nspname <> {{PostgreSqlText.Literal(schema)}} THEN concat({{Written("n.nspname::text")}}, '.')
                ELSE '' END AS qualifier
          FROM pg_namespace n WHERE n.nspname::text = ANY (ARRAY[{{Literals(shared.Prepend(schema))}}])),
        member AS MATERIALIZED (SELECT d.classid, d.objid FROM pg_depend d WHERE d.deptype::text = 'e'::text),
        inner_sequence AS MATERIALIZED (
          SELECT d.objid, d.refobjid, d.refobjsubid FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid
          WHERE d.deptype::text = 'i'::text),
        relation AS MATERIALIZED (
          SELECT c.*, concat(place.qualifier, {{Written("c.relname::text")}}) AS name, c.relkind::text AS kind, place.prefix FROM pg_class c
              JOIN place ON c.relnamespace = place.oid
          WHERE c.relkind::text = ANY ('{r,p,v,m,f,S,c}'::text[]) AND NOT starts_with(c.relname::text, '__schemasync_'::text)
            AND NOT EXISTS (SELECT FROM member m WHERE m.objid = c.oid AND m.classid = 1259::oid)
            AND NOT EXISTS (SELECT FROM inner_sequence i WHERE i.objid = c.oid)),
        routine AS MATERIALIZED (
          SELECT p.*, concat(place.qualifier, {{Written("p.proname::text")}}) AS bare, place.prefix,
            concat(place.qualifier, {{Written("p.proname::text")}}, '(', pg_get_function_identity_arguments(p.oid), ')') AS name
          FROM pg_proc p JOIN place ON p.pronamespace = place.oid
          WHERE NOT starts_with(p.proname::text, '__schemasync_')
              AND NOT EXISTS (SELECT FROM member m WHERE m.objid = p.oid AND m.classid = 1255::oid)),
        type AS MATERIALIZED (
          SELECT t.*, concat(place.qualifier, {{Written("t.typname::text")}}) AS name FROM pg_type t JOIN place
              ON t.typnamespace = place.oid
          WHERE (t.typtype::text = ANY ('{e,d,r}'::text[])
              OR EXISTS (SELECT FROM relation r WHERE r.oid = t.typrelid AND r.kind = 'c'::text))
            AND NOT EXISTS (SELECT FROM member m WHERE m.objid = t.oid AND m.classid = 1247::oid)),
        part AS ({{Parts(server)}})
        SELECT part.side, part.name, part.bare, "left"(encode(sha256(convert_to(
          string_agg(part.text, E'\n' ORDER BY part.text COLLATE "C"), 'UTF8')), 'hex'), 32) AS state
        FROM part GROUP BY part.side, part.name, part.bare
        """;

    private static string Parts(PostgreSqlCapabilities server) => $$"""

          SELECT 'schema' AS side, l.name, l.name AS bare, json_build_array({{Comment("l.oid", "pg_namespace")}})::text AS text FROM place l
              WHERE l.qualifier <> ''
          UNION ALL
          SELECT '', r.name, r.name,
              json_build_array(r.kind, r.relpersistence, r.relrowsecurity, r.relforcerowsecurity, r.relreplident,
              (SELECT json_agg(o.v ORDER BY o.v) FROM unnest(r.reloptions) AS o(v)),
            CASE WHEN r.kind = 'p'::text THEN pg_get_partkeydef(r.oid) END, pg_get_expr(r.relpartbound, r.oid),
            (SELECT json_agg(i.inhparent::regclass::text ORDER BY i.inhseqno) FROM pg_inherits i WHERE i.inhrelid = r.oid),
            CASE WHEN r.kind = ANY ('{v,m}'::text[]) THEN pg_get_viewdef(r.oid) END, {{Comment("r.oid", "pg_class")}},
            (SELECT m.amname FROM pg_am m WHERE m.oid = r.relam), (SELECT s.spcname FROM pg_tablespace s WHERE s.oid = r.reltablespace),
                r.reloftype::regtype,
            (SELECT (SELECT json_agg(o.v ORDER BY o.v) FROM unnest(x.reloptions) AS o(v)) FROM pg_class x
                WHERE x.oid = r.reltoastrelid))::text FROM relation r
          UNION ALL
          SELECT '', r.name, r.name,
              json_build_array('column', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
            pg_get_expr(d.adbin, d.adrelid), a.attcollation::regcollation, a.attstorage,
                {{(server.HasCompression ? "a.attcompression" : "NULL")}}, coalesce(a.attstattarget::integer, -1), a.attoptions,
                {{Comment("r.oid", "pg_class", "a.attnum::integer")}})::text
          FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum::integer > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE r.kind <> 'S'::text
          UNION ALL
          SELECT '', r.name, r.name,
              json_build_array('constraint', CASE WHEN k.contype::text <> 'n'::text THEN k.conname END, {{Constraint}}, k.convalidated,
            {{Comment("k.oid", "pg_constraint")}}, EXISTS (SELECT FROM pg_trigger t
                WHERE t.tgconstraint = k.oid AND t.tgenabled::text <> 'O'::text))::text
          FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid
          UNION ALL
          SELECT '', r.name, r.name, json_build_array('index', replace(replace(pg_get_indexdef(i.indexrelid),
            concat(' ON ', r.prefix), ' ON '), concat(' ON ONLY ', r.prefix), ' ON '),
            i.indisvalid, i.indisready, i.indisclustered, i.indisreplident, {{Comment("i.indexrelid", "pg_class")}},
            (SELECT s.spcname FROM pg_class x JOIN pg_tablespace s ON s.oid = x.reltablespace WHERE x.oid = i.indexrelid))::text
          FROM relation r JOIN pg_index i ON i.indrelid = r.oid
          UNION ALL
          SELECT '', r.name, r.name,
              json_build_array('trigger', pg_get_triggerdef(t.oid, true), t.tgenabled, {{Comment("t.oid", "pg_trigger")}})::text
          FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid WHERE NOT t.tgisinternal
          UNION ALL
          SELECT '', r.name, r.name,
              json_build_array('policy', p.polname, p.polcmd, p.polpermissive, (SELECT json_agg(g.rolname ORDER BY g.rolname)
              FROM pg_roles g WHERE g.oid = ANY (p.polroles)),
            pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), {{Comment("p.oid", "pg_policy")}})::text
          FROM relation r JOIN pg_policy p ON p.polrelid = r.oid
          UNION ALL
          SELECT '', r.name, r.name, json_build_array('rule', w.rulename, w.ev_type, w.ev_enabled, pg_get_ruledef(w.oid, true))::text
          FROM relation r JOIN pg_rewrite w ON w.ev_class = r.oid WHERE w.rulename::text <> '_RETURN'::text
          UNION ALL
          SELECT '', r.name, r.name,
              json_build_array('numbers', i.column_name, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
              s.seqcache, s.seqcycle,
            (SELECT json_agg(json_build_array(d.refobjid::regclass::text, b.attname)) FROM pg_depend d
              JOIN pg_attribute b ON b.attrelid = d.refobjid AND b.attnum::integer = d.refobjsubid WHERE d.objid = s.seqrelid
                  AND d.deptype::text = 'a'::text))::text
          FROM relation r JOIN (SELECT n.refobjid, n.objid, a.attname AS column_name FROM inner_sequence n JOIN pg_attribute a
              ON a.attrelid = n.refobjid AND a.attnum::integer = n.refobjsubid
            UNION ALL SELECT q.oid, q.oid, NULL FROM relation q) i ON i.refobjid = r.oid JOIN pg_sequence s ON s.seqrelid = i.objid
          UNION ALL
          SELECT '{{Routine}}', p.name, p.bare,
              json_build_array(p.prokind, {{Comment("p.oid", "pg_proc")}}, CASE WHEN p.prokind::text <> 'a'::text
            THEN replace(replace(pg_get_functiondef(p.oid), concat('FUNCTION ', p.prefix), 'FUNCTION '), concat('PROCEDURE ', p.prefix),
                'PROCEDURE ') END)::text
          FROM routine p
          UNION ALL
          SELECT 'type', t.name, t.name,
              json_build_array(t.typtype, t.typnotnull, format_type(t.typbasetype, t.typtypmod), t.typdefault, t.typcollation::regcollation,
              {{Comment("t.oid", "pg_type")}},
            (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
            (SELECT json_agg(json_build_array(CASE WHEN k.contype::text <> 'n'::text THEN k.conname END, pg_get_constraintdef(k.oid),
                k.convalidated, {{Comment("k.oid", "pg_constraint")}}) ORDER BY k.conname)
              FROM pg_constraint k WHERE k.contypid = t.oid))::text FROM type t
          UNION ALL
          SELECT '{{ScriptSides.Shared}}', e.extname::text, e.extname::text, e.extversion FROM pg_extension e
          UNION ALL
          SELECT '{{ScriptSides.Rights}}', r.name, r.name, {{Right}} FROM relation r CROSS JOIN LATERAL aclexplode(r.relacl) x
              WHERE x.grantee <> r.relowner
          UNION ALL
          SELECT '{{ScriptSides.Rights}}', p.name, p.bare, {{Right}} FROM routine p
            CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f'::"char", p.proowner))) x WHERE x.grantee <> p.proowner
          UNION ALL
          SELECT '{{ScriptSides.Rights}}', t.name, t.name, {{Right}} FROM type t
            CROSS JOIN LATERAL aclexplode(coalesce(t.typacl, acldefault('T'::"char", t.typowner))) x WHERE x.grantee <> t.typowner
          UNION ALL
          SELECT '{{ScriptSides.Rights}}', concat('schema ', l.name), l.name, {{Right}} FROM place l JOIN pg_namespace n ON n.oid = l.oid
            CROSS JOIN LATERAL aclexplode(n.nspacl) x WHERE x.grantee <> n.nspowner AND l.qualifier <> ''
          UNION ALL
          SELECT '{{ScriptSides.Rights}}', concat('owner of schema ', l.name), l.name, pg_get_userbyid(n.nspowner)::text FROM place l
              JOIN pg_namespace n ON n.oid = l.oid WHERE l.qualifier <> ''
        """;

    // As QualifiedName writes it.
    private static string Written(string name) =>
        $"CASE WHEN strpos({name}, '.') + strpos({name}, '\"') > 0 THEN concat('\"', replace({name}, '\"', '\"\"'), '\"') ELSE {name} END";

    // On scratch, what stands in for a table of others is in a schema whose comment is the real one's name.
    private const string Constraint = """
        coalesce((SELECT replace(pg_get_constraintdef(k.oid), concat(' REFERENCES ', quote_ident(n.nspname::text), '.'),
            concat(' REFERENCES ', quote_ident(m.description), '.'))
              FROM pg_class f JOIN pg_namespace n ON n.oid = f.relnamespace JOIN pg_description m ON m.objoid = n.oid
                  AND m.classoid = 'pg_namespace'::regclass
              WHERE f.oid = k.confrelid AND starts_with(n.nspname::text, '__schemasync_scratch_'::text)), pg_get_constraintdef(k.oid))
        """;

    // Not obj_description: until version 14 the server reads its body where it is called, and finds the operators of the managed schema.
    private static string Comment(string oid, string catalog, string part = "0") =>
        $"(SELECT m.description FROM pg_description m WHERE m.objoid = {oid} "
            + $"AND m.classoid = '{catalog}'::regclass AND m.objsubid = {part})";

    // Who granted a right is no state.
    private const string Right =
        "json_build_array(x.privilege_type, x.is_grantable, CASE WHEN x.grantee <> 0::oid THEN pg_get_userbyid(x.grantee) END)::text";
}
