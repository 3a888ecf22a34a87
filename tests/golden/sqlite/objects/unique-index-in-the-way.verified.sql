-- before index t.i: no row of SELECT (lower(a)), count(*) AS "rows" FROM "t" WHERE (lower(a)) IS NOT NULL GROUP BY (lower(a)) HAVING count(*) > 1
-- add index t.i · SSY0407 · BlocksWrites · Scan
CREATE UNIQUE INDEX "i" ON "t" ((lower(a)));
