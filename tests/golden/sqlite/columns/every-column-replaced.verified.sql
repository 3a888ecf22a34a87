-- rebuild table t for 4 changes · SSY0406 SSY0402 · BlocksWrites · Rewrite · no way back
CREATE TABLE "__schemasync_new_t" (
  "c" BLOB,
  "d" INTEGER NOT NULL DEFAULT 7
);
-- rebuild table t for 4 changes · BlocksWrites
INSERT INTO "__schemasync_new_t" (rowid) SELECT rowid FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- rebuild table t for 4 changes · BlocksWrites
DROP TABLE "t";
-- rebuild table t for 4 changes · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- rebuild table t for 4 changes · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- rebuild table t for 4 changes · BlocksWrites
PRAGMA legacy_alter_table = OFF;
