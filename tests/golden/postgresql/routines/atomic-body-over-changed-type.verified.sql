DROP FUNCTION "f"();
ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint;
CREATE FUNCTION "f"()
 RETURNS bigint
 LANGUAGE "sql"
BEGIN ATOMIC
 SELECT (sum(t.a))::bigint AS sum
    FROM t;
END;
