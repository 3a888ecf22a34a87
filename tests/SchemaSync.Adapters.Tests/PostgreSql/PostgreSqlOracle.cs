namespace SchemaSync.Adapters.Tests;

/// <summary>
/// What PostgreSQL itself says about a schema, through its own whole definitions and nothing of ours. The schema's name, which
/// some of them repeat, is cut out; column order is left out, because it is never a difference.
/// </summary>
public static class PostgreSqlOracle
{
    private const string Query = """
        WITH r AS (SELECT c.*, c.oid::regclass::text AS n FROM pg_class c WHERE relnamespace = quote_ident(current_schema())::regnamespace
            AND relname NOT LIKE '\_\_schemasync%')
        SELECT line FROM (
          SELECT format('%s %s %s %s rls=%s/%s replica=%s part=%s of=%s bound=%s', relkind, n, relpersistence,
              (SELECT array_agg(o ORDER BY o) FROM unnest(reloptions) o), relrowsecurity, relforcerowsecurity, relreplident,
            CASE relkind WHEN 'p' THEN pg_get_partkeydef(oid) END, (SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = r.oid),
                pg_get_expr(relpartbound, oid)) AS line FROM r WHERE relkind NOT IN ('i', 'I')
          UNION ALL
          SELECT format('column %s.%s %s notnull=%s default=%s identity=%s generated=%s collation=%s storage=%s statistics=%s %s', n,
              attname, format_type(atttypid, atttypmod), attnotnull,
            pg_get_expr(adbin, adrelid), attidentity, attgenerated,
                attcollation::regcollation, attstorage, coalesce(attstattarget, -1), attoptions)
            FROM r JOIN pg_attribute a ON attrelid = r.oid AND attnum > 0 AND NOT attisdropped LEFT JOIN pg_attrdef d
                ON adrelid = a.attrelid AND adnum = attnum WHERE relkind IN ('r', 'p', 'v', 'm')
          UNION ALL SELECT format('constraint %s.%s %s valid=%s', n, conname, pg_get_constraintdef(k.oid), convalidated) FROM r
              JOIN pg_constraint k ON conrelid = r.oid WHERE contype <> 'n'
          UNION ALL SELECT format('not null %s %s', n, regexp_replace(pg_get_constraintdef(k.oid), '^.*NOT NULL', '')) FROM r
              JOIN pg_constraint k ON conrelid = r.oid WHERE contype = 'n'
          UNION ALL SELECT format('index %s valid=%s clustered=%s identity=%s %s',
              regexp_replace(regexp_replace(pg_get_indexdef(indexrelid), ' WITH \([^)]*=[^)]*\)', ''), CASE
              WHEN (SELECT relispartition FROM pg_class x WHERE x.oid = indexrelid) THEN ' INDEX \S+ ON ' ELSE '^$' END, ' INDEX ON '),
              indisvalid, indisclustered, indisreplident, (SELECT array_agg(o ORDER BY o) FROM pg_class x, unnest(x.reloptions) o
              WHERE x.oid = indexrelid)) FROM r JOIN pg_index ON indrelid = r.oid WHERE relkind IN ('r', 'p', 'm')
          UNION ALL SELECT format('view %s %s', n, pg_get_viewdef(oid)) FROM r WHERE relkind IN ('v', 'm')
          UNION ALL SELECT format('sequence %s %s %s %s %s %s %s %s owner=%s', n, format_type(seqtypid, NULL), seqstart, seqincrement,
              seqmin, seqmax, seqcache, seqcycle,
            (SELECT refobjid::regclass || '.' || refobjsubid::text FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = seqrelid
                AND deptype = 'a' AND false)) FROM r JOIN pg_sequence ON seqrelid = r.oid
          UNION ALL SELECT format('trigger %s %s', pg_get_triggerdef(t.oid), tgenabled) FROM r JOIN pg_trigger t ON tgrelid = r.oid
              AND NOT tgisinternal
          UNION ALL SELECT format('policy %s.%s %s %s %s %s %s', n, polname, polcmd, polpermissive,
              (SELECT array_agg(rolname::text ORDER BY rolname) FROM pg_roles WHERE pg_roles.oid = ANY (polroles)),
              pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) FROM r JOIN pg_policy ON polrelid = r.oid
          UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = quote_ident(current_schema())::regnamespace
              AND prokind IN ('f', 'p')
          UNION ALL SELECT format('type %s %s %s', t.oid::regtype, typtype, CASE typtype WHEN 'e'
              THEN (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)
            WHEN 'd' THEN format('%s %s %s %s', format_type(typbasetype, typtypmod), typnotnull, typdefault, typcollation::regcollation)
            ELSE (SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ',' ORDER BY attnum) FROM pg_attribute
                WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped) END)
            FROM pg_type t WHERE typnamespace = quote_ident(current_schema())::regnamespace AND typtype IN ('e', 'd', 'c')
                AND (typrelid = 0 OR (SELECT relkind FROM pg_class WHERE oid = typrelid) = 'c')
          UNION ALL SELECT format('domain check %s %s %s %s', contypid::regtype, conname, pg_get_constraintdef(k.oid), convalidated)
              FROM pg_constraint k JOIN pg_type t ON t.oid = contypid
              WHERE typnamespace = quote_ident(current_schema())::regnamespace AND contype = 'c'
          UNION ALL SELECT format('right %s %s%s to %s', n, privilege_type, CASE WHEN is_grantable THEN ' with grant option' END,
              grantee::regrole) FROM r CROSS JOIN LATERAL aclexplode(relacl) WHERE grantee <> relowner
          UNION ALL SELECT format('right %s %s%s to %s', p.oid::regprocedure, privilege_type, CASE WHEN is_grantable
              THEN ' with grant option' END, grantee::regrole) FROM pg_proc p
              CROSS JOIN LATERAL aclexplode(coalesce(proacl, acldefault('f', proowner)))
              WHERE pronamespace = quote_ident(current_schema())::regnamespace AND grantee <> proowner
          UNION ALL SELECT format('right %s %s%s to %s', t.oid::regtype, privilege_type, CASE WHEN is_grantable
              THEN ' with grant option' END, grantee::regrole) FROM pg_type t
              CROSS JOIN LATERAL aclexplode(coalesce(typacl, acldefault('T', typowner)))
              WHERE typnamespace = quote_ident(current_schema())::regnamespace AND typtype IN ('e', 'd', 'c') AND typrelid = 0
              AND grantee <> typowner
          UNION ALL SELECT format('comment %s %s', pg_describe_object(classoid, objoid, objsubid), description) FROM pg_description
              WHERE (classoid, objoid) IN (
            SELECT 'pg_class'::regclass, oid FROM r UNION ALL SELECT 'pg_constraint'::regclass, k.oid FROM pg_constraint k
                WHERE connamespace = quote_ident(current_schema())::regnamespace
            UNION ALL SELECT 'pg_proc'::regclass, oid FROM pg_proc WHERE pronamespace = quote_ident(current_schema())::regnamespace
                UNION ALL SELECT 'pg_type'::regclass, oid FROM pg_type WHERE typnamespace = quote_ident(current_schema())::regnamespace
            UNION ALL SELECT 'pg_trigger'::regclass, t.oid FROM r JOIN pg_trigger t ON tgrelid = r.oid
                UNION ALL SELECT 'pg_policy'::regclass, p.oid FROM r JOIN pg_policy p ON polrelid = r.oid)
        ) lines ORDER BY 1
        """;

    // The server reads x IN (…) on varchar back in other words than it printed; both sides are brought to the last of them.
    public static string Describe(PostgreSqlSchema schema) => PostgreSqlCanonical.Settle(schema.Query(Query))
        .Replace($"{schema.Quoted}.", "", StringComparison.Ordinal).Replace($"{schema.Name}.", "", StringComparison.Ordinal)
        .Replace(schema.Quoted, "", StringComparison.Ordinal).Replace($"{schema.Name}", "", StringComparison.Ordinal);
}
