-- before index t.i: no row of SELECT (a + 0), count(*) AS "rows" FROM (SELECT CAST("a" AS NUMERIC) AS "a" FROM (SELECT CASE WHEN "a" = CAST("a" AS NUMERIC) THEN CAST("a" AS NUMERIC) ELSE "a" END AS "a", "id" FROM "t") WHERE "a" IS CAST("a" AS NUMERIC)) AS "t" WHERE (a + 0) IS NOT NULL GROUP BY (a + 0) HAVING count(*) > 1
-- rebuild table t for 2 changes · SSY0406 SSY0402 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  PRIMARY KEY ("id")
);
-- rebuild table t for 2 changes · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- rebuild table t for 2 changes · BlocksWrites
DROP TABLE "t";
-- rebuild table t for 2 changes · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- rebuild table t for 2 changes · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- rebuild table t for 2 changes · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- check index t.i · BlocksWrites · Scan
-- no row: SELECT (a + 0), count(*) AS "rows" FROM "t" WHERE (a + 0) IS NOT NULL GROUP BY (a + 0) HAVING count(*) > 1 LIMIT 3;
-- add index t.i · SSY0407 · BlocksWrites · Scan
CREATE UNIQUE INDEX "i" ON "t" ((a + 0));
