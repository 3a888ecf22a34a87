-- before index p.j: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "p" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- None
CREATE UNIQUE INDEX CONCURRENTLY "j" ON "p" ("a");
ALTER TABLE "t" DROP CONSTRAINT "f";
DROP INDEX "i";
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "p" ("a") NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
