-- before enum type e: no row of SELECT "a" FROM "t" WHERE "a"::text IN ('b')
-- before enum type e: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pg_monitor')
ALTER TYPE "e" RENAME TO "__schemasync_enum_3f79bb7b435b";
CREATE TYPE "e" AS ENUM ('a');
ALTER TABLE "t" ALTER COLUMN "a" TYPE e USING "a"::text::e;
DROP TYPE "__schemasync_enum_3f79bb7b435b";
DO $grants$BEGIN EXECUTE coalesce((
  SELECT string_agg(DISTINCT 'REVOKE ALL ON TYPE "e" FROM ' || CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END, '; ')
  FROM pg_type o CROSS JOIN LATERAL aclexplode(coalesce(o.typacl, acldefault('T', o.typowner))) x WHERE o.oid = '"e"'::regtype AND x.grantee <> o.typowner), '');
END$grants$;
GRANT USAGE ON TYPE "e" TO "pg_monitor";
