-- the plan: SSY0303
-- add table s · lock 3 s · statement 300 s
CREATE TABLE "s" (
  "a" text,
  "b" integer
);
-- drop table t · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "t";
