-- before index p.i: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "p" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
ALTER INDEX "i" RENAME TO "__schemasync_index_30b3e5c0549a";
-- None
CREATE UNIQUE INDEX CONCURRENTLY "i" ON "p" ("a") INCLUDE ("b");
ALTER TABLE "t" DROP CONSTRAINT "f";
DROP INDEX "__schemasync_index_30b3e5c0549a";
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "p" ("a") NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
