-- before enum type e: no row of SELECT "x" FROM "t" WHERE "x"::text IN ('b')
-- before enum type e: no row of SELECT "y" FROM "t" WHERE "y"::text[] && ARRAY['b']
SELECT set_config('schemasync.schemasync_grants_1188be247494', coalesce((
  SELECT string_agg(s, '; ') FROM (
    SELECT format('ALTER VIEW %s OWNER TO %I', c.oid::regclass, pg_get_userbyid(c.relowner)) AS s FROM pg_class c WHERE c.oid = '"v"'::regclass AND pg_get_userbyid(c.relowner) <> current_user
    UNION ALL SELECT format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a WHERE c.oid = '"v"'::regclass AND a.grantee <> c.relowner
    UNION ALL SELECT format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_attribute t CROSS JOIN LATERAL aclexplode(t.attacl) a WHERE t.attrelid = '"v"'::regclass AND t.attnum > 0) kept), ''), false);
DROP VIEW "v";
ALTER TYPE "e" RENAME TO "__schemasync_enum_3f79bb7b435b";
CREATE TYPE "e" AS ENUM ('a', 'c');
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT, ALTER COLUMN "x" TYPE e USING "x"::text::e, ALTER COLUMN "x" SET DEFAULT 'a'::e, ALTER COLUMN "y" TYPE e[] USING "y"::text[]::e[];
DROP TYPE "__schemasync_enum_3f79bb7b435b";
CREATE VIEW "v" AS
SELECT t.x
   FROM t
  WHERE (t.x = 'a'::e);
DO $$BEGIN EXECUTE current_setting('schemasync.schemasync_grants_1188be247494'); END$$;
