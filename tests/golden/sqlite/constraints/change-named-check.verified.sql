-- before check constraint t.c: no row of SELECT * FROM "t" WHERE NOT (a > 1)
-- alter check constraint t.c · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  PRIMARY KEY ("id"),
  CONSTRAINT "c" CHECK (a > 1)
);
-- alter check constraint t.c · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- alter check constraint t.c · BlocksWrites
DROP TABLE "t";
-- alter check constraint t.c · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter check constraint t.c · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- alter check constraint t.c · BlocksWrites
PRAGMA legacy_alter_table = OFF;
