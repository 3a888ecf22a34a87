-- before unique constraint t.(c): no row of SELECT "c", count(*) AS "rows" FROM (SELECT *, (length(a)) AS "c" FROM (SELECT +"a" AS "a", "id" FROM (SELECT (x'00') AS "a", "id" AS "id" FROM "t"))) AS "t" WHERE "c" IS NOT NULL GROUP BY "c" HAVING count(*) > 1
-- rebuild table t for 3 changes · SSY0406 SSY0402 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" BLOB DEFAULT (x'00'),
  "c" INTEGER GENERATED ALWAYS AS (length(a)) VIRTUAL,
  PRIMARY KEY ("id"),
  UNIQUE ("c")
);
-- rebuild table t for 3 changes · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id") SELECT "id" FROM "t";
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
