-- drop function f(text) · BlocksReads · lock 3 s · statement 300 s
DROP FUNCTION "f"(text);
-- add function f(integer, integer) · lock 3 s · statement 300 s
CREATE FUNCTION "f"(a integer, b integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT a + b$$;
-- alter function f(integer) · BlocksDdl · lock 3 s · statement 300 s
CREATE OR REPLACE FUNCTION "f"(a integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT a + 1$$;
