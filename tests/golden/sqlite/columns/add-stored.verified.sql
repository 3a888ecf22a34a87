-- add column t.b · SSY0406 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "b" INTEGER GENERATED ALWAYS AS (a * 2) STORED,
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
