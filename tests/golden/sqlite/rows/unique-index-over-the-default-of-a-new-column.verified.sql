-- before index t.i: no row of SELECT "a", count(*) AS "rows" FROM (SELECT "a", CAST("b" AS NUMERIC) AS "b" FROM (SELECT "a" AS "a", (1 + 1) AS "b", "id" FROM "t") WHERE "b" IS CAST("b" AS NUMERIC)) AS "t" WHERE "a" IS NOT NULL AND (b > 1) GROUP BY "a" HAVING count(*) > 1
-- rebuild table t for 2 changes · SSY0406 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "b" INTEGER DEFAULT (1 + 1),
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
-- no row: SELECT "a", count(*) AS "rows" FROM "t" WHERE "a" IS NOT NULL AND (b > 1) GROUP BY "a" HAVING count(*) > 1 LIMIT 3;
-- add index t.i · SSY0407 · BlocksWrites · Scan
CREATE UNIQUE INDEX "i" ON "t" ("a") WHERE b > 1;
