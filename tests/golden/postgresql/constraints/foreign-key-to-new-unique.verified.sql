-- before unique constraint p.u: no row of SELECT "code", pg_catalog.count(*) AS rows FROM "p" WHERE "code" IS NOT NULL GROUP BY "code" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- before foreign key t.f: no row of SELECT c."code" FROM "t" AS c WHERE c."code" IS NOT NULL AND NOT EXISTS (SELECT FROM "p" AS p WHERE p."code" OPERATOR(pg_catalog.=) c."code")
-- None
CREATE UNIQUE INDEX CONCURRENTLY "u" ON "p" ("code");
-- Alone
ALTER TABLE "p" ADD CONSTRAINT "u" UNIQUE USING INDEX "u";
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("code") REFERENCES "p" ("code") NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
