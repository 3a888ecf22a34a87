-- before function f(integer): no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pg_monitor')
CREATE FUNCTION "f"(a integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT 1$$;
DO $grants$BEGIN EXECUTE coalesce((
  SELECT string_agg(DISTINCT 'REVOKE ALL ON ROUTINE "f"(integer) FROM ' || CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END, '; ')
  FROM pg_proc o CROSS JOIN LATERAL aclexplode(coalesce(o.proacl, acldefault('f', o.proowner))) x WHERE o.oid = '"f"(integer)'::regprocedure AND x.grantee <> o.proowner), '');
END$grants$;
GRANT EXECUTE ON ROUTINE "f"(integer) TO "pg_monitor";
