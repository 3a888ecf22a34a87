-- before column t.b: no row of SELECT * FROM (SELECT (a + 1) AS "b", "id" FROM "t") AS "t" WHERE "b" IS NULL
-- add column t.b · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "b" INTEGER NOT NULL GENERATED ALWAYS AS (a + 1) STORED,
  PRIMARY KEY ("id")
);
-- add column t.b · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add column t.b · BlocksWrites
DROP TABLE "t";
-- add column t.b · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add column t.b · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add column t.b · BlocksWrites
PRAGMA legacy_alter_table = OFF;
