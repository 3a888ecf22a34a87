-- add function "F ""f"""(integer, text) · lock 3 s · statement 300 s
CREATE FUNCTION "F ""f"""("A a" integer, "select" text)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT "A a"$$;
