CREATE FUNCTION "a"(n integer)
 RETURNS integer
 LANGUAGE "plpgsql"
AS $$BEGIN RETURN b(n - 1); END$$;
CREATE FUNCTION "b"(n integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT CASE WHEN n > 0 THEN a(n) ELSE 0 END$$;
