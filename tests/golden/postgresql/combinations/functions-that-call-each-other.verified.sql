-- add function a(integer) · lock 3 s · statement 300 s
CREATE FUNCTION "a"(n integer)
 RETURNS integer
 LANGUAGE "plpgsql"
AS $$BEGIN RETURN b(n - 1); END$$;
-- add function b(integer) · lock 3 s · statement 300 s
CREATE FUNCTION "b"(n integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT CASE WHEN n > 0 THEN a(n) ELSE 0 END$$;
