-- add function f(integer, text) · lock 3 s · statement 300 s
CREATE FUNCTION "f"(a integer, OUT b integer, INOUT c text)
 RETURNS record
 LANGUAGE "plpgsql"
AS $$BEGIN b := a; END$$;
-- add function g(integer[]) · lock 3 s · statement 300 s
CREATE FUNCTION "g"(VARIADIC a integer[])
 RETURNS TABLE(x integer, y text)
 LANGUAGE "sql"
 ROWS 5
AS $$SELECT 1, 'a'$$;
