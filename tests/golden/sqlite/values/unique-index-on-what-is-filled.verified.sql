-- before index t.t_code: no row of SELECT "code", count(*) AS "rows" FROM (SELECT (lower(a)) AS "code", "id" FROM "t") AS "t" WHERE "code" IS NOT NULL GROUP BY "code" HAVING count(*) > 1
-- rebuild table t for 2 changes · SSY0406 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" TEXT,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("id")
);
-- check column t.code · BlocksWrites · Scan
-- no row: SELECT * FROM "t" WHERE (lower(a)) IS NULL;
-- rebuild table t for 2 changes · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a", "code") SELECT "id", "a", (lower(a)) FROM "t";
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
-- add index t.t_code · SSY0407 · BlocksWrites · Scan
CREATE UNIQUE INDEX "t_code" ON "t" ("code");
