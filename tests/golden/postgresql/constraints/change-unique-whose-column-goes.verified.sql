-- before unique constraint t.u: no row of SELECT "a", "id", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL AND "id" IS NOT NULL GROUP BY "a", "id" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- alter unique constraint t.u · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "u";
-- drop column t.b · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "b";
-- alter unique constraint t.u · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "u" ON "t" ("a", "id");
-- alter unique constraint t.u · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u";
