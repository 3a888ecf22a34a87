-- before unique constraint t.(a): no row of SELECT "a", count(*) AS "rows" FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING count(*) > 1
-- add unique constraint t.(a) · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" TEXT,
  PRIMARY KEY ("id"),
  UNIQUE ("a")
);
-- add unique constraint t.(a) · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add unique constraint t.(a) · BlocksWrites
DROP TABLE "t";
-- add unique constraint t.(a) · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add unique constraint t.(a) · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add unique constraint t.(a) · BlocksWrites
PRAGMA legacy_alter_table = OFF;
