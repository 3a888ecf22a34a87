-- before primary key t.k: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- alter primary key t.k · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "k";
-- drop column t.b · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "b";
-- alter primary key t.k · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "k" ON "t" ("a");
-- alter primary key t.k · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "k" PRIMARY KEY USING INDEX "k";
