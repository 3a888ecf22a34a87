-- before foreign key t.f: no row of SELECT c."p" FROM "t" AS c WHERE c."p" IS NOT NULL AND NOT EXISTS (SELECT FROM "t" AS p WHERE p."id" OPERATOR(pg_catalog.=) c."p")
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("p") REFERENCES "t" ("id") NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
