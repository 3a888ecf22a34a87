-- before column t.a: no row of SELECT * FROM "t" WHERE NOT ("a" = CAST(CAST("a" AS NUMERIC) AS INTEGER))
-- alter table t · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  PRIMARY KEY ("id")
) STRICT;
-- alter table t · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- alter table t · BlocksWrites
DROP TABLE "t";
-- alter table t · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter table t · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- alter table t · BlocksWrites
PRAGMA legacy_alter_table = OFF;
