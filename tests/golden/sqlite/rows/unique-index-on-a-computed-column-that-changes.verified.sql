-- before index t.i: no row of SELECT "b", count(*) AS "rows" FROM (SELECT (a / 10) AS "b", "id" FROM "t") AS "t" WHERE "b" IS NOT NULL GROUP BY "b" HAVING count(*) > 1
-- alter column t.b · SSY0406 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "b" INTEGER GENERATED ALWAYS AS (a / 10) VIRTUAL,
  PRIMARY KEY ("id")
);
-- alter column t.b · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- alter column t.b · BlocksWrites
DROP TABLE "t";
-- alter column t.b · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter column t.b · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- alter column t.b · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- keep index t.i · SSY0407 · BlocksWrites · Scan
CREATE UNIQUE INDEX "i" ON "t" ("b");
