-- no row before: SELECT * FROM (SELECT "a", CAST("n" AS NUMERIC) AS "n" FROM (SELECT "a" AS "a", (5) AS "n", "id" FROM "t") WHERE "n" IS CAST("n" AS NUMERIC)) AS "t" WHERE NOT (a < n);
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "n" INTEGER NOT NULL DEFAULT 5,
  PRIMARY KEY ("id"),
  CHECK (a < n)
);
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
