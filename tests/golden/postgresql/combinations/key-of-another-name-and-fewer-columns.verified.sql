-- before primary key t.l: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
ALTER TABLE "t" RENAME CONSTRAINT "k" TO "l";
-- None
CREATE UNIQUE INDEX CONCURRENTLY "__schemasync_key_c6c7d07166c6" ON "t" ("a");
-- Alone
ALTER TABLE "t" DROP CONSTRAINT "l", ADD CONSTRAINT "l" PRIMARY KEY USING INDEX "__schemasync_key_c6c7d07166c6";
ALTER TABLE "t" ALTER COLUMN "b" DROP NOT NULL;
