-- alter function f(integer) · BlocksDdl · lock 3 s · statement 300 s
CREATE OR REPLACE FUNCTION "f"(a integer)
 RETURNS integer
 LANGUAGE "sql"
 STABLE
 STRICT
 SECURITY DEFINER
 PARALLEL RESTRICTED
 COST 7
 SET "search_path" TO 'pg_catalog', 'pg_temp'
 SET "work_mem" TO '8MB'
AS $$SELECT a$$;
