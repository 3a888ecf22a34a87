-- before enum type e: no row of SELECT "a" FROM "t" WHERE "a"::text OPERATOR(pg_catalog.=) ANY (ARRAY['b'])
-- before enum type e: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
-- alter enum type e · BlocksReads · lock 3 s · statement 300 s
ALTER TYPE "e" RENAME TO "__schemasync_enum_3f79bb7b435b";
-- alter enum type e · lock 3 s · statement 300 s
CREATE TYPE "e" AS ENUM ('a');
-- alter enum type e · SSY0403 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE e USING "a"::text::e;
-- alter enum type e · BlocksReads · lock 3 s · statement 300 s
DROP TYPE "__schemasync_enum_3f79bb7b435b";
-- alter enum type e · SSY0411 · lock 3 s · statement 300 s
DO $grants$BEGIN EXECUTE coalesce((
  SELECT pg_catalog.string_agg(DISTINCT 'REVOKE ALL ON TYPE "e" FROM ' OPERATOR(pg_catalog.||)
    CASE WHEN x.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC'
        ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee)) END, '; ')
  FROM pg_catalog.pg_type o CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(o.typacl, pg_catalog.acldefault('T', o.typowner))) x
  WHERE o.oid OPERATOR(pg_catalog.=) '"e"'::pg_catalog.regtype::pg_catalog.oid AND x.grantee OPERATOR(pg_catalog.<>) o.typowner), '');
END$grants$;
-- alter enum type e · lock 3 s · statement 300 s
GRANT USAGE ON TYPE "e" TO "pg_monitor";
