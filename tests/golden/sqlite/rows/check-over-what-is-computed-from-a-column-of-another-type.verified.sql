-- no row before: SELECT * FROM (SELECT +"b" AS "b" FROM (SELECT *, (a || '') AS "b" FROM (SELECT CAST("a" AS NUMERIC) AS "a", "id" FROM (SELECT CASE WHEN "a" = CAST("a" AS NUMERIC) THEN CAST("a" AS NUMERIC) ELSE "a" END AS "a", "id" AS "id" FROM "t") WHERE "a" IS CAST("a" AS NUMERIC)))) AS "t" WHERE NOT (b IS NOT '7');
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "b" GENERATED ALWAYS AS (a || '') STORED,
  PRIMARY KEY ("id"),
  CHECK (b IS NOT '7')
);
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
