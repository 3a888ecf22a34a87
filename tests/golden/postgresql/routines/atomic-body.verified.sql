ALTER TABLE "t" ADD COLUMN "b" integer;
CREATE FUNCTION "f"()
 RETURNS bigint
 LANGUAGE "sql"
BEGIN ATOMIC
 SELECT 1;
 SELECT sum(t.b) AS sum
    FROM t;
END;
CREATE FUNCTION "g"(a integer)
 RETURNS integer
 LANGUAGE "sql"
RETURN (a + 1);
