-- before foreign key t.f: no row of SELECT c."p_id" FROM "t" AS c WHERE c."p_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "p" AS p WHERE p."id" OPERATOR(pg_catalog.=) c."p_id")
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("p_id") REFERENCES "p" ("id") NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
