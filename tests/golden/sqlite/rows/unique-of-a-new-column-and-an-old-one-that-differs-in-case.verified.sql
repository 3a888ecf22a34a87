-- before unique constraint t.(a, b): no row of SELECT "a", "b", count(*) AS "rows" FROM (SELECT "a" AS "a", ('x') AS "b", "id" FROM "t") AS "t" WHERE "a" IS NOT NULL AND "b" IS NOT NULL GROUP BY "a", "b" HAVING count(*) > 1
-- rebuild table t for 2 changes · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" TEXT COLLATE "NOCASE",
  "b" TEXT DEFAULT 'x',
  PRIMARY KEY ("id"),
  UNIQUE ("a", "b")
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
