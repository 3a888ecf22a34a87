-- rebuild table t for 2 changes · SSY0406 SSY0402 SSY0409 · BlocksWrites · Rewrite · no way back
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" TEXT,
  PRIMARY KEY ("id")
);
-- rebuild table t for 2 changes · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
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
