-- before primary key t.l: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- rename primary key t.k to l · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" RENAME CONSTRAINT "k" TO "l";
-- alter primary key t.l · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "__schemasync_key_c6c7d07166c6" ON "t" ("a");
-- alter primary key t.l · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "l", ADD CONSTRAINT "l" PRIMARY KEY USING INDEX "__schemasync_key_c6c7d07166c6";
-- alter column t.b · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "b" DROP NOT NULL;
