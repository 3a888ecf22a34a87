-- no row before: SELECT "a", "b", count(*) AS "rows" FROM "t" WHERE "a" IS NOT NULL AND "b" IS NOT NULL GROUP BY "a", "b" HAVING count(*) > 1;
CREATE TABLE "__schemasync_new_t" (
  "a" TEXT NOT NULL,
  "b" TEXT NOT NULL,
  PRIMARY KEY ("a", "b" DESC)
);
INSERT INTO "__schemasync_new_t" ("a", "b", rowid) SELECT "a", "b", rowid FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
