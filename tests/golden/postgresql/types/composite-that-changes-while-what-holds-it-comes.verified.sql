-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
ALTER TYPE "c" ALTER ATTRIBUTE "a" TYPE bigint;
-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
ALTER TYPE "c" ADD ATTRIBUTE "d" date;
-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "id" integer,
  "x" c
);
