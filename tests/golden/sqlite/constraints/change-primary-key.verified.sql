-- before primary key t.primary key: no row of SELECT "a", "b", count(*) AS "rows" FROM "t" WHERE "a" IS NOT NULL AND "b" IS NOT NULL GROUP BY "a", "b" HAVING count(*) > 1
-- alter primary key t.primary key · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "a" TEXT NOT NULL,
  "b" TEXT NOT NULL,
  PRIMARY KEY ("a", "b" DESC)
);
-- alter primary key t.primary key · BlocksWrites
INSERT INTO "__schemasync_new_t" ("a", "b", rowid) SELECT "a", "b", rowid FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- alter primary key t.primary key · BlocksWrites
DROP TABLE "t";
-- alter primary key t.primary key · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter primary key t.primary key · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- alter primary key t.primary key · BlocksWrites
PRAGMA legacy_alter_table = OFF;
