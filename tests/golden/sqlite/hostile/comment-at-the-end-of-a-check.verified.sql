-- no row before: SELECT * FROM (SELECT "a", CAST("b" AS NUMERIC) AS "b" FROM (SELECT "a" AS "a", (1 + /* two */ 1) AS "b", "id" FROM "t") WHERE "b" IS CAST("b" AS NUMERIC)) AS "t" WHERE NOT (b > a);
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "b" INTEGER DEFAULT (1 + /* two */ 1),
  PRIMARY KEY ("id"),
  CHECK (a > 0),
  CHECK (b > a)
);
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
