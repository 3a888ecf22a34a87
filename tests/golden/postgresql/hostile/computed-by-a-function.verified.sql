CREATE FUNCTION "f"(x integer)
 RETURNS integer
 LANGUAGE "sql"
 IMMUTABLE
AS $$SELECT x * 3$$;
ALTER TABLE "t" ADD COLUMN "b" integer GENERATED ALWAYS AS (f(a)) STORED;
-- None
CREATE INDEX CONCURRENTLY "i" ON "t" ((f(a))) WHERE (f(a) > 3);
