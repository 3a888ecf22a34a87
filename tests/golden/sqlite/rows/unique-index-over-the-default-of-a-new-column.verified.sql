-- no row before: SELECT "a", count(*) AS "rows" FROM (SELECT "a", CAST("b" AS NUMERIC) AS "b" FROM (SELECT "a" AS "a", (1 + 1) AS "b", "id" FROM "t") WHERE "b" IS CAST("b" AS NUMERIC)) AS "t" WHERE "a" IS NOT NULL AND (b > 1) GROUP BY "a" HAVING count(*) > 1;
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "b" INTEGER DEFAULT (1 + 1),
  PRIMARY KEY ("id")
);
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- no row: SELECT "a", count(*) AS "rows" FROM "t" WHERE "a" IS NOT NULL AND (b > 1) GROUP BY "a" HAVING count(*) > 1 LIMIT 3;
CREATE UNIQUE INDEX "i" ON "t" ("a") WHERE b > 1
