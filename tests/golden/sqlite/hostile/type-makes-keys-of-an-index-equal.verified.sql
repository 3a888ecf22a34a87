-- before index t.i: no row of SELECT "a", count(*) AS "rows" FROM (SELECT CASE WHEN "a" = CAST("a" AS NUMERIC) THEN CAST("a" AS NUMERIC) ELSE "a" END AS "a", "id" FROM "t") AS "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING count(*) > 1
-- alter column t.a · SSY0406 SSY0402 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  PRIMARY KEY ("id")
);
-- alter column t.a · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- alter column t.a · BlocksWrites
DROP TABLE "t";
-- alter column t.a · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter column t.a · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- alter column t.a · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- keep index t.i · SSY0407 · BlocksWrites · Scan
CREATE UNIQUE INDEX "i" ON "t" ("a");
