-- before unique constraint p.u: no row of SELECT "code", pg_catalog.count(*) AS rows FROM "p" WHERE "code" IS NOT NULL GROUP BY "code" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- before foreign key t.f: no row of SELECT c."code" FROM "t" AS c WHERE c."code" IS NOT NULL AND NOT EXISTS (SELECT FROM "p" AS p WHERE p."code" OPERATOR(pg_catalog.=) c."code")
-- add unique constraint p.u · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "u" ON "p" ("code");
-- add unique constraint p.u · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "p" ADD CONSTRAINT "u" UNIQUE USING INDEX "u";
-- add foreign key t.f · BlocksWrites · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("code") REFERENCES "p" ("code") NOT VALID;
-- add foreign key t.f · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
