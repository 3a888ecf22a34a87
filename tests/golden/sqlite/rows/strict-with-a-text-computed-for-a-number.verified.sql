-- before column t.b: no row of SELECT * FROM (SELECT (a || '!') AS "b", "id" FROM "t") AS "t" WHERE NOT ("b" = CAST(CAST("b" AS NUMERIC) AS INTEGER))
-- alter column t.b · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" ANY,
  "b" INTEGER GENERATED ALWAYS AS (a || '!') STORED,
  PRIMARY KEY ("id")
) STRICT;
-- alter column t.b · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- alter column t.b · BlocksWrites
DROP TABLE "t";
-- alter column t.b · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter column t.b · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- alter column t.b · BlocksWrites
PRAGMA legacy_alter_table = OFF;
