DROP FUNCTION "f"(text);
CREATE FUNCTION "f"(a integer, b integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT a + b$$;
CREATE OR REPLACE FUNCTION "f"(a integer)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT a + 1$$;
