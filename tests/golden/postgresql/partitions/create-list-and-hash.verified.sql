-- add table l · lock 3 s · statement 300 s
CREATE TABLE "l" (
  "a" text,
  "b" integer
) PARTITION BY LIST (a);
-- add table l1 · lock 3 s · statement 300 s
CREATE TABLE "l1" PARTITION OF "l" FOR VALUES IN ('x', NULL) PARTITION BY HASH (b);
-- add table l1h · lock 3 s · statement 300 s
CREATE TABLE "l1h" PARTITION OF "l1" FOR VALUES WITH (modulus 2, remainder 0);
