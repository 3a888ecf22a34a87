-- rename column t.a to b · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
-- alter function f() · BlocksDdl · lock 3 s · statement 300 s
CREATE OR REPLACE FUNCTION "f"()
 RETURNS bigint
 LANGUAGE "sql"
BEGIN ATOMIC
 SELECT sum(t.b) AS sum
    FROM t;
END;
