-- add composite type c · lock 3 s · statement 300 s
CREATE TYPE "c" AS ("a" integer, "B b" text COLLATE "C", "d" numeric(5,2));
-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "x" c
);
