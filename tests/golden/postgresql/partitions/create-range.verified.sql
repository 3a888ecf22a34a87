-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "id" bigint NOT NULL,
  "at" date NOT NULL,
  CONSTRAINT "t_pkey" PRIMARY KEY ("id", "at")
) PARTITION BY RANGE (at);
-- add table t · lock 3 s · statement 300 s
CREATE INDEX "i" ON "t" ("at");
-- add table t_26 · lock 3 s · statement 300 s
CREATE TABLE "t_26" PARTITION OF "t" FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- add table t_rest · lock 3 s · statement 300 s
CREATE TABLE "t_rest" PARTITION OF "t" DEFAULT;
