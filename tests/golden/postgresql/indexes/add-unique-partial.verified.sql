-- before index t.i: no row of SELECT "a", count(*) AS rows FROM "t" WHERE "a" IS NOT NULL AND ((NOT gone)) GROUP BY "a" HAVING count(*) > 1
-- None
CREATE UNIQUE INDEX CONCURRENTLY "i" ON "t" ("a") WHERE (NOT gone);
