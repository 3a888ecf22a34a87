-- before unique constraint t1.k: no row of SELECT "b", pg_catalog.count(*) AS rows FROM "t1" WHERE "b" IS NOT NULL GROUP BY "b" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- before check constraint t1.c: no row of SELECT * FROM "t1" WHERE NOT ((b > 0))
-- add unique constraint t1.k · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "k" ON "t1" ("b");
-- add unique constraint t1.k · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t1" ADD CONSTRAINT "k" UNIQUE USING INDEX "k";
-- add check constraint t1.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t1" ADD CONSTRAINT "c" CHECK ((b > 0)) NOT VALID;
-- add check constraint t1.c · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t1" VALIDATE CONSTRAINT "c";
