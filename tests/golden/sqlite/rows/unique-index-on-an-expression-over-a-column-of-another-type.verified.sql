-- no row before: SELECT (a + 0), count(*) AS "rows" FROM (SELECT CAST("a" AS NUMERIC) AS "a" FROM (SELECT CASE WHEN "a" = CAST("a" AS NUMERIC) THEN CAST("a" AS NUMERIC) ELSE "a" END AS "a", "id" FROM "t") WHERE "a" IS CAST("a" AS NUMERIC)) AS "t" WHERE (a + 0) IS NOT NULL GROUP BY (a + 0) HAVING count(*) > 1;
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  PRIMARY KEY ("id")
);
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- no row: SELECT (a + 0), count(*) AS "rows" FROM "t" WHERE (a + 0) IS NOT NULL GROUP BY (a + 0) HAVING count(*) > 1 LIMIT 3;
CREATE UNIQUE INDEX "i" ON "t" ((a + 0))
