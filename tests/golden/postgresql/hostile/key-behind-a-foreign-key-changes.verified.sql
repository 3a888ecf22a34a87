-- before primary key p.k: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "p" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- None
CREATE UNIQUE INDEX CONCURRENTLY "__schemasync_key_69bb909cbbd7" ON "p" ("a") INCLUDE ("b");
ALTER TABLE "t" DROP CONSTRAINT "f";
ALTER TABLE "p" DROP CONSTRAINT "k", ADD CONSTRAINT "k" PRIMARY KEY USING INDEX "__schemasync_key_69bb909cbbd7";
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "p" ("a") ON DELETE CASCADE NOT VALID;
COMMENT ON CONSTRAINT "f" ON "t" IS 'why';
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
