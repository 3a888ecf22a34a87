-- alter function f() · BlocksDdl · lock 3 s · statement 300 s
CREATE OR REPLACE FUNCTION "f"()
 RETURNS integer
 LANGUAGE "sql"
 LEAKPROOF
 COST 3.5
 SET "DateStyle" TO 'ISO, DMY'
 SET "my.Var" TO 'a''b'
 SET "search_path" TO '', 'pg_temp'
AS $$SELECT 1$$;
