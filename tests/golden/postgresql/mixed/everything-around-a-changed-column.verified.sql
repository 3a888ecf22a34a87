DROP POLICY "p" ON "t";
DROP TRIGGER "r" ON "t";
SELECT set_config('schemasync.schemasync_grants_f24341373345', coalesce((
  SELECT string_agg(s, '; ') FROM (
    SELECT format('ALTER MATERIALIZED VIEW %s OWNER TO %I', c.oid::regclass, pg_get_userbyid(c.relowner)) AS s FROM pg_class c WHERE c.oid = '"m"'::regclass AND pg_get_userbyid(c.relowner) <> current_user
    UNION ALL SELECT format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a WHERE c.oid = '"m"'::regclass AND a.grantee <> c.relowner
    UNION ALL SELECT format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_attribute t CROSS JOIN LATERAL aclexplode(t.attacl) a WHERE t.attrelid = '"m"'::regclass AND t.attnum > 0) kept), ''), false);
DROP MATERIALIZED VIEW "m";
SELECT set_config('schemasync.schemasync_grants_1188be247494', coalesce((
  SELECT string_agg(s, '; ') FROM (
    SELECT format('ALTER VIEW %s OWNER TO %I', c.oid::regclass, pg_get_userbyid(c.relowner)) AS s FROM pg_class c WHERE c.oid = '"v"'::regclass AND pg_get_userbyid(c.relowner) <> current_user
    UNION ALL SELECT format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a WHERE c.oid = '"v"'::regclass AND a.grantee <> c.relowner
    UNION ALL SELECT format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_attribute t CROSS JOIN LATERAL aclexplode(t.attacl) a WHERE t.attrelid = '"v"'::regclass AND t.attnum > 0) kept), ''), false);
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" TYPE bigint, ALTER COLUMN "a" SET DEFAULT 0;
CREATE POLICY "p" ON "t" TO PUBLIC USING ((a > 1));
COMMENT ON POLICY "p" ON "t" IS 'p';
CREATE VIEW "v" AS
SELECT (t.a + 1) AS x
   FROM t;
COMMENT ON VIEW "v" IS 'v';
DO $$BEGIN EXECUTE current_setting('schemasync.schemasync_grants_1188be247494'); END$$;
CREATE MATERIALIZED VIEW "m" AS
SELECT max(v.x) AS x
   FROM v;
CREATE INDEX "mi" ON "m" ("x");
COMMENT ON INDEX "mi" IS 'mi';
DO $$BEGIN EXECUTE current_setting('schemasync.schemasync_grants_f24341373345'); END$$;
CREATE TRIGGER "r" BEFORE UPDATE OF "a" ON "t" FOR EACH ROW WHEN ((old.a <> new.a)) EXECUTE FUNCTION g();
