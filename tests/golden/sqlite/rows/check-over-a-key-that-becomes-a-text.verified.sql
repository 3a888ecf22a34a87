-- before check constraint t.(a IS NOT NULL OR id < 9): no row of SELECT * FROM (SELECT CAST("id" AS TEXT) AS "id", "a" FROM (SELECT "id" AS "id", "a" AS "a" FROM "t") WHERE "id" IS CAST("id" AS TEXT)) AS "t" WHERE NOT (a IS NOT NULL OR id < 9)
-- before primary key t.primary key: no row of SELECT "id", count(*) AS "rows" FROM "t" WHERE "id" IS NOT NULL GROUP BY "id" HAVING count(*) > 1
-- rebuild table t for 2 changes · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" TEXT,
  "a" TEXT,
  PRIMARY KEY ("id"),
  CHECK (a IS NOT NULL OR id < 9)
);
-- rebuild table t for 2 changes · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
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
