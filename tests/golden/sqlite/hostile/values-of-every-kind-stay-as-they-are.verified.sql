-- before check constraint t.(k <> ''): no row of SELECT * FROM "t" WHERE NOT (k <> '')
-- add check constraint t.(k <> '') · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "k" TEXT,
  "v",
  CHECK (k <> '')
);
-- add check constraint t.(k <> '') · BlocksWrites
INSERT INTO "__schemasync_new_t" ("k", "v", rowid) SELECT "k", "v", rowid FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add check constraint t.(k <> '') · BlocksWrites
DROP TABLE "t";
-- add check constraint t.(k <> '') · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add check constraint t.(k <> '') · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add check constraint t.(k <> '') · BlocksWrites
PRAGMA legacy_alter_table = OFF;
