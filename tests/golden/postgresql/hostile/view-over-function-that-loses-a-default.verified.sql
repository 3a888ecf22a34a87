SELECT set_config('schemasync.schemasync_grants_1188be247494', coalesce((
  SELECT string_agg(s, '; ') FROM (
    SELECT format('ALTER VIEW %s OWNER TO %I', c.oid::regclass, pg_get_userbyid(c.relowner)) AS s FROM pg_class c WHERE c.oid = '"v"'::regclass AND pg_get_userbyid(c.relowner) <> current_user
    UNION ALL SELECT format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a WHERE c.oid = '"v"'::regclass AND a.grantee <> c.relowner
    UNION ALL SELECT format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::regclass, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_attribute t CROSS JOIN LATERAL aclexplode(t.attacl) a WHERE t.attrelid = '"v"'::regclass AND t.attnum > 0) kept), ''), false);
DROP VIEW "v";
SELECT set_config('schemasync.schemasync_grants_fc0061939414', coalesce((
  SELECT string_agg(s, '; ') FROM (
    SELECT format('ALTER ROUTINE %s OWNER TO %I', p.oid::regprocedure, pg_get_userbyid(p.proowner)) AS s FROM pg_proc p WHERE p.oid = '"f"(integer, integer)'::regprocedure AND pg_get_userbyid(p.proowner) <> current_user
    UNION ALL SELECT format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', p.oid::regprocedure) FROM pg_proc p WHERE p.oid = '"f"(integer, integer)'::regprocedure AND p.proacl IS NOT NULL
    UNION ALL SELECT format('GRANT %s ON ROUTINE %s TO %s%s', a.privilege_type, p.oid::regprocedure, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_proc p CROSS JOIN LATERAL aclexplode(p.proacl) a WHERE p.oid = '"f"(integer, integer)'::regprocedure AND a.grantee <> p.proowner) kept), ''), false);
DROP FUNCTION "f"(integer, integer);
CREATE FUNCTION "f"(a integer, b integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT a + b$$;
DO $$BEGIN EXECUTE current_setting('schemasync.schemasync_grants_fc0061939414'); END$$;
CREATE VIEW "v" AS
SELECT f(1, 2) AS x;
DO $$BEGIN EXECUTE current_setting('schemasync.schemasync_grants_1188be247494'); END$$;
