-- drop check constraint t.(a > 0) · SSY0406 SSY0409 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  PRIMARY KEY ("id")
);
-- drop check constraint t.(a > 0) · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- drop check constraint t.(a > 0) · BlocksWrites
DROP TABLE "t";
-- drop check constraint t.(a > 0) · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- drop check constraint t.(a > 0) · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- drop check constraint t.(a > 0) · BlocksWrites
PRAGMA legacy_alter_table = OFF;
