CREATE FUNCTION "F ""f"""("A a" integer, "select" text)
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT "A a"$$;
