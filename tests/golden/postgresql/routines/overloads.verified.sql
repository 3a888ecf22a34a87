CREATE FUNCTION "f"(a integer, b integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT a + b$$;
DROP FUNCTION "f"(text);
CREATE OR REPLACE FUNCTION "f"(a integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT a + 1$$;
