-- before check constraint t.positive: no row of SELECT * FROM "t" WHERE NOT (a > 0)
-- add check constraint t.positive · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  PRIMARY KEY ("id"),
  CONSTRAINT "positive" CHECK (a > 0)
);
-- add check constraint t.positive · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add check constraint t.positive · BlocksWrites
DROP TABLE "t";
-- add check constraint t.positive · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add check constraint t.positive · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add check constraint t.positive · BlocksWrites
PRAGMA legacy_alter_table = OFF;
