-- drop view t · BlocksReads · lock 3 s · statement 300 s
DROP VIEW "t";
-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "a" integer,
  "b" text
);
