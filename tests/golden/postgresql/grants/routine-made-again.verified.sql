-- before function f(integer): no row of SELECT 'pg_read_all_stats' AS role WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pg_read_all_stats')
SELECT set_config('schemasync.schemasync_grants_09d468a0985c', coalesce((
  SELECT string_agg(s, '; ') FROM (
    SELECT format('ALTER ROUTINE %s OWNER TO %I', p.oid::regprocedure, pg_get_userbyid(p.proowner)) AS s FROM pg_proc p WHERE p.oid = '"f"(integer)'::regprocedure AND pg_get_userbyid(p.proowner) <> current_user
    UNION ALL SELECT format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', p.oid::regprocedure) FROM pg_proc p WHERE p.oid = '"f"(integer)'::regprocedure AND p.proacl IS NOT NULL
    UNION ALL SELECT format('GRANT %s ON ROUTINE %s TO %s%s', a.privilege_type, p.oid::regprocedure, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) FROM pg_proc p CROSS JOIN LATERAL aclexplode(p.proacl) a WHERE p.oid = '"f"(integer)'::regprocedure AND a.grantee <> p.proowner) kept), ''), false);
DROP FUNCTION "f"(integer);
CREATE FUNCTION "f"(a integer)
 RETURNS bigint
 LANGUAGE "sql"
AS $$SELECT 1::bigint$$;
DO $grants$BEGIN EXECUTE coalesce((
  SELECT string_agg(DISTINCT 'REVOKE ALL ON ROUTINE "f"(integer) FROM ' || CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END, '; ')
  FROM pg_proc o CROSS JOIN LATERAL aclexplode(coalesce(o.proacl, acldefault('f', o.proowner))) x WHERE o.oid = '"f"(integer)'::regprocedure AND x.grantee <> o.proowner), '');
END$grants$;
DO $$BEGIN EXECUTE current_setting('schemasync.schemasync_grants_09d468a0985c'); END$$;
REVOKE EXECUTE ON ROUTINE "f"(integer) FROM "pg_monitor";
GRANT EXECUTE ON ROUTINE "f"(integer) TO "pg_read_all_stats";
