-- before column t.a: no row of SELECT * FROM "t" WHERE typeof("a") = 'blob'
-- before column t.b: no row of SELECT * FROM "t" WHERE NOT ("b" = CAST("b" AS NUMERIC))
-- before column t.c: no row of SELECT * FROM "t" WHERE typeof("c") NOT IN ('null', 'blob')
-- alter table t · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" TEXT,
  "b" REAL,
  "c" BLOB,
  PRIMARY KEY ("id")
) STRICT;
-- alter table t · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a", "b", "c") SELECT "id", "a", "b", "c" FROM "t";
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
