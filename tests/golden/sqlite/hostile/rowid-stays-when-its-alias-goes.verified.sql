-- before primary key t.primary key: no row of SELECT "id", count(*) AS "rows" FROM "t" WHERE "id" IS NOT NULL GROUP BY "id" HAVING count(*) > 1
-- alter column t.id · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" TEXT,
  "a" TEXT,
  PRIMARY KEY ("id")
);
-- alter column t.id · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- alter column t.id · BlocksWrites
DROP TABLE "t";
-- alter column t.id · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter column t.id · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- alter column t.id · BlocksWrites
PRAGMA legacy_alter_table = OFF;
