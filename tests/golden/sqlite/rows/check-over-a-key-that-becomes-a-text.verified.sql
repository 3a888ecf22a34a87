-- no row before: SELECT * FROM (SELECT CAST("id" AS TEXT) AS "id", "a" FROM (SELECT "id" AS "id", "a" AS "a" FROM "t") WHERE "id" IS CAST("id" AS TEXT)) AS "t" WHERE NOT (a IS NOT NULL OR id < 9);
-- no row before: SELECT "id", count(*) AS "rows" FROM "t" WHERE "id" IS NOT NULL GROUP BY "id" HAVING count(*) > 1;
CREATE TABLE "__schemasync_new_t" (
  "id" TEXT,
  "a" TEXT,
  PRIMARY KEY ("id"),
  CHECK (a IS NOT NULL OR id < 9)
);
INSERT INTO "__schemasync_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
