-- before procedure p(): no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
-- alter function f(text) · BlocksDdl · lock 3 s · statement 300 s
CREATE OR REPLACE FUNCTION "f"(a text)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT 2$$;
-- alter function f(integer) · SSY0411 · lock 3 s · statement 300 s
REVOKE EXECUTE ON ROUTINE "f"(integer) FROM PUBLIC;
-- alter procedure p() · SSY0411 · lock 3 s · statement 300 s
REVOKE EXECUTE ON ROUTINE "p"() FROM PUBLIC;
-- alter procedure p() · SSY0411 · lock 3 s · statement 300 s
GRANT EXECUTE ON ROUTINE "p"() TO "pg_monitor";
