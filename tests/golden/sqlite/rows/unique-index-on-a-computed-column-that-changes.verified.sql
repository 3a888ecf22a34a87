-- no row before: SELECT "b", count(*) AS "rows" FROM (SELECT (a / 10) AS "b", "id" FROM "t") AS "t" WHERE "b" IS NOT NULL GROUP BY "b" HAVING count(*) > 1;
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "b" INTEGER GENERATED ALWAYS AS (a / 10) VIRTUAL,
  PRIMARY KEY ("id")
);
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX "i" ON "t" ("b")
