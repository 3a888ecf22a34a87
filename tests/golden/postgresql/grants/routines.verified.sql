-- before procedure p(): no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
CREATE OR REPLACE FUNCTION "f"(a text)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT 2$$;
REVOKE EXECUTE ON ROUTINE "f"(integer) FROM PUBLIC;
REVOKE EXECUTE ON ROUTINE "p"() FROM PUBLIC;
GRANT EXECUTE ON ROUTINE "p"() TO "pg_monitor";
