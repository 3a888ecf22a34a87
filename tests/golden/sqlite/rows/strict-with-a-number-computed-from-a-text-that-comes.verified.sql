-- before column t.a: no row of SELECT * FROM "t" WHERE typeof("a") = 'blob'
-- before column t.b: no row of SELECT * FROM (SELECT *, (length(a)) AS "b" FROM (SELECT CAST("a" AS TEXT) AS "a", "id" FROM (SELECT CASE typeof("a") WHEN 'blob' THEN "a" ELSE CAST("a" AS TEXT) END AS "a", "id" AS "id" FROM "t") WHERE "a" IS CAST("a" AS TEXT))) AS "t" WHERE NOT ("b" = CAST(CAST("b" AS NUMERIC) AS INTEGER))
-- rebuild table t for 3 changes · SSY0406 SSY0407 SSY0402 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" TEXT,
  "b" INTEGER GENERATED ALWAYS AS (length(a)) STORED,
  "c" TEXT,
  PRIMARY KEY ("id")
) STRICT;
-- rebuild table t for 3 changes · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- rebuild table t for 3 changes · BlocksWrites
DROP TABLE "t";
-- rebuild table t for 3 changes · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- rebuild table t for 3 changes · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- rebuild table t for 3 changes · BlocksWrites
PRAGMA legacy_alter_table = OFF;
