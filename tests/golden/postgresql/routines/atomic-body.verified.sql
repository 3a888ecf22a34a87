-- add column t.b · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "b" integer;
-- add function f() · BlocksReads · lock 3 s · statement 300 s
CREATE FUNCTION "f"()
 RETURNS bigint
 LANGUAGE "sql"
BEGIN ATOMIC
 SELECT 1;
 SELECT sum(t.b) AS sum
    FROM t;
END;
-- add function g(integer) · BlocksReads · lock 3 s · statement 300 s
CREATE FUNCTION "g"(a integer)
 RETURNS integer
 LANGUAGE "sql"
RETURN (a + 1);
