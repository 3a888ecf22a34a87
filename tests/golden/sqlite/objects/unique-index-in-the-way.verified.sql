-- no row: SELECT (lower(a)), count(*) AS "rows" FROM "t" WHERE (lower(a)) IS NOT NULL GROUP BY (lower(a)) HAVING count(*) > 1 LIMIT 3;
CREATE UNIQUE INDEX "i" ON "t" ((lower(a)))
