-- before index p.j: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "p" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- add index p.j · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "j" ON "p" ("a");
-- keep foreign key t.f · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "f";
-- drop index p.i · SSY0409 · BlocksReads · lock 3 s · statement 300 s
DROP INDEX "i";
-- keep foreign key t.f · BlocksWrites · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "p" ("a") NOT VALID;
-- keep foreign key t.f · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
