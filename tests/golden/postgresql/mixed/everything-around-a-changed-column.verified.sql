DROP POLICY "p" ON "t";
DROP TRIGGER "r" ON "t";
SELECT pg_catalog.set_config('schemasync.schemasync_grants_f24341373345', coalesce((
  SELECT pg_catalog.string_agg(s, '; ') FROM (
    SELECT pg_catalog.format('ALTER MATERIALIZED VIEW %s OWNER TO %I', c.oid::pg_catalog.regclass,
        pg_catalog.pg_get_userbyid(c.relowner)) AS s FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) '"m"'::pg_catalog.regclass::pg_catalog.oid
        AND pg_catalog.pg_get_userbyid(c.relowner) OPERATOR(pg_catalog.<>) current_user
    UNION ALL SELECT pg_catalog.format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::pg_catalog.regclass, CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
        FROM pg_catalog.pg_class c CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
        WHERE c.oid OPERATOR(pg_catalog.=) '"m"'::pg_catalog.regclass::pg_catalog.oid AND a.grantee OPERATOR(pg_catalog.<>) c.relowner
    UNION ALL SELECT pg_catalog.format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::pg_catalog.regclass,
        CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_catalog.pg_attribute t CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a
        WHERE t.attrelid OPERATOR(pg_catalog.=) '"m"'::pg_catalog.regclass::pg_catalog.oid AND t.attnum OPERATOR(pg_catalog.>) 0) kept), ''), false);
DROP MATERIALIZED VIEW "m";
SELECT pg_catalog.set_config('schemasync.schemasync_grants_1188be247494', coalesce((
  SELECT pg_catalog.string_agg(s, '; ') FROM (
    SELECT pg_catalog.format('ALTER VIEW %s OWNER TO %I', c.oid::pg_catalog.regclass,
        pg_catalog.pg_get_userbyid(c.relowner)) AS s FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) '"v"'::pg_catalog.regclass::pg_catalog.oid
        AND pg_catalog.pg_get_userbyid(c.relowner) OPERATOR(pg_catalog.<>) current_user
    UNION ALL SELECT pg_catalog.format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::pg_catalog.regclass, CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
        FROM pg_catalog.pg_class c CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
        WHERE c.oid OPERATOR(pg_catalog.=) '"v"'::pg_catalog.regclass::pg_catalog.oid AND a.grantee OPERATOR(pg_catalog.<>) c.relowner
    UNION ALL SELECT pg_catalog.format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::pg_catalog.regclass,
        CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_catalog.pg_attribute t CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a
        WHERE t.attrelid OPERATOR(pg_catalog.=) '"v"'::pg_catalog.regclass::pg_catalog.oid AND t.attnum OPERATOR(pg_catalog.>) 0) kept), ''), false);
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" TYPE bigint, ALTER COLUMN "a" SET DEFAULT 0;
CREATE VIEW "v" AS
SELECT (t.a + 1) AS x
   FROM t;
COMMENT ON VIEW "v" IS 'v';
DO $$BEGIN EXECUTE pg_catalog.current_setting('schemasync.schemasync_grants_1188be247494'); END$$;
CREATE MATERIALIZED VIEW "m" AS
SELECT max(v.x) AS x
   FROM v;
CREATE INDEX "mi" ON "m" ("x");
COMMENT ON INDEX "mi" IS 'mi';
DO $$BEGIN EXECUTE pg_catalog.current_setting('schemasync.schemasync_grants_f24341373345'); END$$;
CREATE TRIGGER "r" BEFORE UPDATE OF "a" ON "t" FOR EACH ROW WHEN ((old.a <> new.a)) EXECUTE FUNCTION g();
CREATE POLICY "p" ON "t" TO PUBLIC USING ((a > 1));
COMMENT ON POLICY "p" ON "t" IS 'p';
