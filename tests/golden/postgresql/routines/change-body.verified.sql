-- alter function f(integer) · BlocksDdl · lock 3 s · statement 300 s
CREATE OR REPLACE FUNCTION "f"(a integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT a + 1$$;
