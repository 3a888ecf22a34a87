-- before check constraint t.(n = '5'): no row of SELECT * FROM (SELECT CAST("n" AS NUMERIC) AS "n" FROM (SELECT (5) AS "n", "id" FROM "t") WHERE "n" IS CAST("n" AS NUMERIC)) AS "t" WHERE NOT (n = '5')
-- before check constraint t.(m <> 0 OR a > 9): no row of SELECT * FROM (SELECT "a", CAST("m" AS NUMERIC) AS "m" FROM (SELECT "a" AS "a", ('none') AS "m", "id" FROM "t") WHERE "m" IS CAST("m" AS NUMERIC)) AS "t" WHERE NOT (m <> 0 OR a > 9)
-- rebuild table t for 4 changes · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "n" INTEGER NOT NULL DEFAULT 5,
  "m" INTEGER DEFAULT 'none',
  PRIMARY KEY ("id"),
  CHECK (n = '5'),
  CHECK (m <> 0 OR a > 9)
);
-- rebuild table t for 4 changes · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
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
