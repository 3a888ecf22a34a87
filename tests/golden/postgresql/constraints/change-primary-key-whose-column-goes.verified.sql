-- before primary key t.k: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
ALTER TABLE "t" DROP CONSTRAINT "k";
ALTER TABLE "t" DROP COLUMN "b";
-- None
CREATE UNIQUE INDEX CONCURRENTLY "k" ON "t" ("a");
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "k" PRIMARY KEY USING INDEX "k";
