-- the plan: SSY0303
-- rebuild table t for 3 changes · SSY0406 SSY0402 · BlocksWrites · Rewrite · no way back
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "name" TEXT NOT NULL,
  PRIMARY KEY ("id")
);
-- check column t.name · BlocksWrites · Scan
-- no row: SELECT * FROM "t" WHERE (concat_ws(' ', first, last)) IS NULL;
-- rebuild table t for 3 changes · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "name") SELECT "id", (concat_ws(' ', first, last)) FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- rebuild table t for 3 changes · BlocksWrites
DROP TABLE "t";
-- rebuild table t for 3 changes · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- rebuild table t for 3 changes · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- rebuild table t for 3 changes · BlocksWrites
PRAGMA legacy_alter_table = OFF;
