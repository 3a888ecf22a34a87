-- before foreign key t.f: no row of SELECT c."p_id" FROM "t" AS c WHERE c."p_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "p" AS p WHERE p."id" OPERATOR(pg_catalog.=) c."p_id")
ALTER TABLE "t" DROP CONSTRAINT "f";
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("p_id") REFERENCES "p" ("id") ON DELETE SET NULL NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
