-- before column t.k: no row of SELECT * FROM "t" WHERE "k" IS NULL
-- rebuild table t for 2 changes · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "k" TEXT NOT NULL,
  "a" TEXT,
  PRIMARY KEY ("k")
) WITHOUT ROWID;
-- rebuild table t for 2 changes · BlocksWrites
INSERT INTO "__schemasync_new_t" ("k", "a") SELECT "k", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- rebuild table t for 2 changes · BlocksWrites
DROP TABLE "t";
-- rebuild table t for 2 changes · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- rebuild table t for 2 changes · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- rebuild table t for 2 changes · BlocksWrites
PRAGMA legacy_alter_table = OFF;
