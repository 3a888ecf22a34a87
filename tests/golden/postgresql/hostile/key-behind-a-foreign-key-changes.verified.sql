-- before primary key p.k: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "p" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- alter primary key p.k · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "__schemasync_key_69bb909cbbd7" ON "p" ("a") INCLUDE ("b");
-- keep foreign key t.f · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "f";
-- alter primary key p.k · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "p" DROP CONSTRAINT "k", ADD CONSTRAINT "k" PRIMARY KEY USING INDEX "__schemasync_key_69bb909cbbd7";
-- keep foreign key t.f · BlocksWrites · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "p" ("a") ON DELETE CASCADE NOT VALID;
-- keep foreign key t.f · BlocksReads · lock 3 s · statement 300 s
COMMENT ON CONSTRAINT "f" ON "t" IS 'why';
-- keep foreign key t.f · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
