-- add column t.at · SSY0406 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "at" TEXT NOT NULL DEFAULT (CURRENT_TIMESTAMP),
  PRIMARY KEY ("id")
);
-- add column t.at · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id") SELECT "id" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add column t.at · BlocksWrites
DROP TABLE "t";
-- add column t.at · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add column t.at · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add column t.at · BlocksWrites
PRAGMA legacy_alter_table = OFF;
