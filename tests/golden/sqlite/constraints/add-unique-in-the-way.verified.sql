-- no row before: SELECT "a", count(*) AS "rows" FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING count(*) > 1;
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" TEXT,
  PRIMARY KEY ("id"),
  UNIQUE ("a")
);
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
