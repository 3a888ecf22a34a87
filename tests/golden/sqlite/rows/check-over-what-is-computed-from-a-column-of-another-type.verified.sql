-- before check constraint t.(b IS NOT '7'): no row of SELECT * FROM (SELECT +"b" AS "b" FROM (SELECT *, (a || '') AS "b" FROM (SELECT CAST("a" AS NUMERIC) AS "a", "id" FROM (SELECT CASE WHEN "a" = CAST("a" AS NUMERIC) THEN CAST("a" AS NUMERIC) ELSE "a" END AS "a", "id" AS "id" FROM "t") WHERE "a" IS CAST("a" AS NUMERIC)))) AS "t" WHERE NOT (b IS NOT '7')
-- alter column t.a · SSY0406 SSY0402 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "b" GENERATED ALWAYS AS (a || '') STORED,
  PRIMARY KEY ("id"),
  CHECK (b IS NOT '7')
);
-- alter column t.a · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- alter column t.a · BlocksWrites
DROP TABLE "t";
-- alter column t.a · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter column t.a · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- alter column t.a · BlocksWrites
PRAGMA legacy_alter_table = OFF;
