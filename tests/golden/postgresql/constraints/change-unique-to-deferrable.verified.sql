-- before unique constraint t.u: no row of SELECT "a", count(*) AS rows FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING count(*) > 1
-- None
CREATE UNIQUE INDEX CONCURRENTLY "__schemasync_key_32417cc9d029" ON "t" ("a");
-- Alone
ALTER TABLE "t" DROP CONSTRAINT "u", ADD CONSTRAINT "u" UNIQUE USING INDEX "__schemasync_key_32417cc9d029" DEFERRABLE;
