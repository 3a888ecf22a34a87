-- no row before: WITH "s" AS (SELECT "id", "a" AS "b" FROM main."t") SELECT * FROM "s" WHERE "b" IS NULL;
-- no row before: WITH "s" AS (SELECT "id", "a" AS "b" FROM main."t") SELECT "b", count(*) AS "rows" FROM "s" WHERE "b" IS NOT NULL GROUP BY "b" HAVING count(*) > 1;
ALTER TABLE "t" RENAME TO "s";
ALTER TABLE "s" RENAME COLUMN "a" TO "b";
CREATE TABLE "__schemasync_new_s" (
  "id" INTEGER,
  "b" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  UNIQUE ("b")
);
INSERT INTO "__schemasync_new_s" ("id", "b") SELECT "id", "b" FROM "s";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "s") AS a, (SELECT count(*) FROM "__schemasync_new_s") AS b) WHERE a <> b;
DROP TABLE "s";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_s" RENAME TO "s";
PRAGMA legacy_alter_table = OFF
