-- before index p.i: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "p" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- alter index p.i · BlocksReads · lock 3 s · statement 300 s
ALTER INDEX "i" RENAME TO "__schemasync_index_30b3e5c0549a";
-- alter index p.i · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "i" ON "p" ("a") INCLUDE ("b");
-- keep foreign key t.f · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "f";
-- alter index p.i · BlocksReads · lock 3 s · statement 300 s
DROP INDEX "__schemasync_index_30b3e5c0549a";
-- keep foreign key t.f · BlocksWrites · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "p" ("a") NOT VALID;
-- keep foreign key t.f · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
