-- no row before: SELECT (lower(a)), count(*) AS "rows" FROM "t" WHERE (lower(a)) IS NOT NULL GROUP BY (lower(a)) HAVING count(*) > 1;
CREATE UNIQUE INDEX "i" ON "t" ((lower(a)))
