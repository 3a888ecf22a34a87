-- before view v: no row of SELECT 'pg_read_all_stats' AS role WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pg_read_all_stats')
SELECT set_config('schemasync.schemasync_grants_1188be247494', coalesce((
  SELECT string_agg(s, '; ') FROM (
    SELECT format('ALTER VIEW %s OWNER TO %I', c.oid::regclass, pg_get_userbyid(c.relowner)) AS s FROM pg_class c WHERE c.oid = '"v"'::regclass AND pg_get_userbyid(c.relowner) <> current_user
    UNION ALL SELECT format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a WHERE c.oid = '"v"'::regclass AND a.grantee <> c.relowner
    UNION ALL SELECT format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_attribute t CROSS JOIN LATERAL aclexplode(t.attacl) a WHERE t.attrelid = '"v"'::regclass AND t.attnum > 0) kept), ''), false);
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint;
CREATE VIEW "v" AS
SELECT t.a
   FROM t;
DO $grants$BEGIN EXECUTE coalesce((
  SELECT string_agg(DISTINCT 'REVOKE ALL ON TABLE "v" FROM ' || CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END, '; ')
  FROM pg_class o CROSS JOIN LATERAL aclexplode(o.relacl) x WHERE o.oid = '"v"'::regclass AND x.grantee <> o.relowner), '');
END$grants$;
DO $$BEGIN EXECUTE current_setting('schemasync.schemasync_grants_1188be247494'); END$$;
REVOKE UPDATE ON TABLE "v" FROM "pg_monitor";
GRANT SELECT ON TABLE "v" TO "pg_read_all_stats";
