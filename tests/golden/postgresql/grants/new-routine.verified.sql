-- before function f(integer): no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
-- add function f(integer) · lock 3 s · statement 300 s
CREATE FUNCTION "f"(a integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT 1$$;
-- add function f(integer) · lock 3 s · statement 300 s
DO $grants$BEGIN EXECUTE coalesce((
  SELECT pg_catalog.string_agg(DISTINCT 'REVOKE ALL ON ROUTINE "f"(integer) FROM ' OPERATOR(pg_catalog.||)
    CASE WHEN x.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC'
        ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee)) END, '; ')
  FROM pg_catalog.pg_proc o CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(o.proacl, pg_catalog.acldefault('f', o.proowner))) x
  WHERE o.oid OPERATOR(pg_catalog.=) '"f"(integer)'::pg_catalog.regprocedure::pg_catalog.oid AND x.grantee OPERATOR(pg_catalog.<>) o.proowner), '');
END$grants$;
-- add function f(integer) · lock 3 s · statement 300 s
GRANT EXECUTE ON ROUTINE "f"(integer) TO "pg_monitor";
