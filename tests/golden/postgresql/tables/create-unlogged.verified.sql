-- add table t · lock 3 s · statement 300 s
CREATE UNLOGGED TABLE "t" (
  "a" text
);
