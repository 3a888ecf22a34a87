-- before column s.b: no row of WITH "s" AS (SELECT "id", "a" AS "b" FROM main."t") SELECT * FROM "s" WHERE "b" IS NULL
-- before unique constraint s.(b): no row of WITH "s" AS (SELECT "id", "a" AS "b" FROM main."t") SELECT "b", count(*) AS "rows" FROM "s" WHERE "b" IS NOT NULL GROUP BY "b" HAVING count(*) > 1
-- rename table t to s · SSY0408 · BlocksWrites
ALTER TABLE "t" RENAME TO "s";
-- rename column s.a to b · SSY0408 · BlocksWrites
ALTER TABLE "s" RENAME COLUMN "a" TO "b";
-- rebuild table s for 2 changes · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_s" (
  "id" INTEGER,
  "b" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  UNIQUE ("b")
);
-- rebuild table s for 2 changes · BlocksWrites
INSERT INTO "__schemasync_new_s" ("id", "b") SELECT "id", "b" FROM "s";
-- check table s · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "s") AS a, (SELECT count(*) FROM "__schemasync_new_s") AS b) WHERE a <> b;
-- rebuild table s for 2 changes · BlocksWrites
DROP TABLE "s";
-- rebuild table s for 2 changes · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- rebuild table s for 2 changes · BlocksWrites
ALTER TABLE "__schemasync_new_s" RENAME TO "s";
-- rebuild table s for 2 changes · BlocksWrites
PRAGMA legacy_alter_table = OFF;
