-- before column t.a: no row of SELECT * FROM "t" WHERE NOT ("a" = CAST(CAST("a" AS NUMERIC) AS INTEGER))
-- before column t.b: no row of SELECT * FROM "t" WHERE NOT ("b" = CAST("b" AS NUMERIC))
-- before column t.c: no row of SELECT * FROM "t" WHERE typeof("c") = 'blob'
-- before column t.d: no row of SELECT * FROM "t" WHERE typeof("d") NOT IN ('null', 'blob')
-- alter table t · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INT,
  "b" REAL,
  "c" TEXT,
  "d" BLOB,
  "e" ANY,
  PRIMARY KEY ("id")
) STRICT;
-- alter table t · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a", "b", "c", "d", "e") SELECT "id", "a", "b", "c", "d", "e" FROM "t";
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
