-- before column t.n: no row of SELECT * FROM "t"
-- add column t.n · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "n" INTEGER NOT NULL,
  PRIMARY KEY ("id")
);
-- add column t.n · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id") SELECT "id" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add column t.n · BlocksWrites
DROP TABLE "t";
-- add column t.n · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add column t.n · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add column t.n · BlocksWrites
PRAGMA legacy_alter_table = OFF;
