-- before check constraint t.(a < n): no row of SELECT * FROM (SELECT "a", CAST("n" AS NUMERIC) AS "n" FROM (SELECT "a" AS "a", (5) AS "n", "id" FROM "t") WHERE "n" IS CAST("n" AS NUMERIC)) AS "t" WHERE NOT (a < n)
-- rebuild table t for 2 changes · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "n" INTEGER NOT NULL DEFAULT 5,
  PRIMARY KEY ("id"),
  CHECK (a < n)
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
