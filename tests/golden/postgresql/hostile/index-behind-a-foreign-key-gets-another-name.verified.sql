-- before index p.j: no row of SELECT "a", count(*) AS rows FROM "p" WHERE "a" IS NOT NULL GROUP BY "a" HAVING count(*) > 1
-- None
CREATE UNIQUE INDEX CONCURRENTLY "j" ON "p" ("a");
ALTER TABLE "t" DROP CONSTRAINT "f";
DROP INDEX "i";
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "p" ("a") NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
